package vn.hoingo.delegations.vault;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** Somebody looked: who, why, at what of whom, when. What they saw is not in it. */
@Document("views")
public record View(
        @Id UUID id,
        String who,
        String why,
        String what,
        @Indexed UUID whose,
        Instant at) {}
