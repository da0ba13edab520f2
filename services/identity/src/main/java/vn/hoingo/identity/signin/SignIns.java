package vn.hoingo.identity.signin;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All sign-ins. They outlive the process. */
interface SignIns extends Repository<SignIn, String> {

    Optional<SignIn> findById(String hash);

    SignIn insert(SignIn signIn);

    void deleteById(String hash);
}
