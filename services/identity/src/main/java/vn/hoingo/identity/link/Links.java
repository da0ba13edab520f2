package vn.hoingo.identity.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.mongodb.repository.Update;
import org.springframework.data.repository.Repository;

/** All links. Each change is one conditional write, so that of two at the same time one counts. */
interface Links extends Repository<Link, UUID> {

    Optional<Link> findById(UUID id);

    Optional<Link> findByHashes(String hash);

    List<Link> findByPostDueLessThanEqualOrderByPostDue(Instant now, Limit limit);

    Link insert(Link link);

    /** Uses the link up; 0 when it was used before or is too old. */
    @Query("{ hashes: ?0, usedAt: null, until: { $gt: ?1 } }")
    @Update("{ $set: { usedAt: ?1 } }")
    long use(String hash, Instant now);

    /** Takes the mail in hand until the time given, with a new token; 0 when someone else has it. */
    @Query("{ _id: ?0, 'post.due': ?1 }")
    @Update("{ $set: { 'post.due': ?2 }, $inc: { 'post.tries': 1 }, $push: { hashes: ?3 } }")
    long take(UUID id, Instant due, Instant next, String hash);

    @Query("{ _id: ?0 }")
    @Update("{ $unset: { post: 1 } }")
    long mailed(UUID id);
}
