package vn.hoingo.identity.account;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.hoingo.identity.IdentitySettings;

/**
 * The account with which an empty installation begins: every staff role and no password, so that its owner asks for a link at the
 * door. Once there is any account the setting means nothing: it gives no rights to, and opens again, no account that exists.
 */
@Component
@Order(2)
class FirstAccount implements ApplicationRunner {

    private final IdentitySettings settings;
    private final AccountDesk desk;

    FirstAccount(IdentitySettings settings, AccountDesk desk) {
        this.settings = settings;
        this.desk = desk;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String address = settings.firstAccount();
        if (address != null && !address.isBlank() && desk.isEmpty()) {
            desk.begin(EmailAddress.of(address.strip()).orElseThrow(NoAddress::new));
        }
    }

    /** Ends the start. Whoever typed the address reads one line, and the address stands in no log. */
    static final class NoAddress extends RuntimeException {

        NoAddress() {
            super("HOINGO_FIRST_ACCOUNT is no e-mail address", null, false, false);
        }
    }
}
