package vn.hoingo.identity.token;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All authorizations, found by the digest of any of their tokens. */
interface AuthorizationStore extends Repository<StoredAuthorization, String> {

    Optional<StoredAuthorization> findById(String id);

    Optional<StoredAuthorization> findByCodeHash(String hash);

    Optional<StoredAuthorization> findByAccessHash(String hash);

    Optional<StoredAuthorization> findByRefreshHash(String hash);

    Optional<StoredAuthorization> findByIdentityHash(String hash);

    StoredAuthorization save(StoredAuthorization authorization);

    void deleteById(String id);
}
