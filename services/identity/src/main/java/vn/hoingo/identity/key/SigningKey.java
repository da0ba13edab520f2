package vn.hoingo.identity.key;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** One RSA key, numbered: the highest number signs, all of them verify. */
@Document("signing-keys")
record SigningKey(@Id int number, String jwk, Instant madeAt) {

    @Override
    public String toString() {
        return "signing key " + number;
    }
}
