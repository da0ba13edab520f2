package vn.hoingo.identity.key;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Where the keys lie. Inserting a number twice is refused. */
interface SigningKeyStore extends Repository<SigningKey, Integer> {

    List<SigningKey> findAllByOrderByNumberDesc();

    SigningKey insert(SigningKey key);
}
