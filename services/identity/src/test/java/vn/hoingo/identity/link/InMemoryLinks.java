package vn.hoingo.identity.link;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Limit;
import vn.hoingo.identity.link.Link.Post;

/** Links without a store. */
final class InMemoryLinks implements Links {

    private final Map<UUID, Link> byId = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Link> findById(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public synchronized Optional<Link> findByHashes(String hash) {
        return byId.values().stream()
                .filter(link -> link.hashes().contains(hash))
                .findFirst();
    }

    @Override
    public synchronized List<Link> findByPostDueLessThanEqualOrderByPostDue(Instant now, Limit limit) {
        return byId.values().stream()
                .filter(link -> link.post() != null && !link.post().due().isAfter(now))
                .sorted(Comparator.comparing(link -> link.post().due()))
                .limit(limit.max())
                .toList();
    }

    @Override
    public synchronized Link insert(Link link) {
        if (byId.putIfAbsent(link.id(), link) != null) {
            throw new DuplicateKeyException("link");
        }
        return link;
    }

    @Override
    public synchronized long use(String hash, Instant now) {
        return findByHashes(hash)
                .filter(link -> link.state(now) == Link.State.OPEN)
                .map(link -> put(link, link.hashes(), now, link.post()))
                .orElse(0L);
    }

    @Override
    public synchronized long take(UUID id, Instant due, Instant next, String hash) {
        return findById(id)
                .filter(link -> link.post() != null && link.post().due().equals(due))
                .map(link -> put(
                        link,
                        Stream.concat(link.hashes().stream(), Stream.of(hash)).toList(),
                        link.usedAt(),
                        new Post(next, link.post().tries() + 1)))
                .orElse(0L);
    }

    @Override
    public synchronized long mailed(UUID id) {
        return findById(id)
                .map(link -> put(link, link.hashes(), link.usedAt(), null))
                .orElse(0L);
    }

    private long put(Link link, List<String> hashes, @Nullable Instant usedAt, @Nullable Post post) {
        byId.put(
                link.id(),
                new Link(
                        link.id(),
                        link.purpose(),
                        link.account(),
                        link.returnTo(),
                        link.subject(),
                        link.request(),
                        hashes,
                        link.madeAt(),
                        link.until(),
                        usedAt,
                        post,
                        link.forgottenAt()));
        return 1;
    }
}
