package vn.hoingo.identity.signin;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** Somebody signed in with some browser. The browser holds the secret, this its digest. */
@Document("sign-ins")
record SignIn(@Id String hash, UUID account, Instant since, Instant until) {}
