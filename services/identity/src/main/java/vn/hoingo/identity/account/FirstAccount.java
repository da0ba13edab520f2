package vn.hoingo.identity.account;

import java.util.Arrays;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.hoingo.identity.IdentitySettings;
import vn.hoingo.identity.Ids;

/**
 * The account with which an empty installation begins: every staff role and no password, so that its owner asks for a link at the
 * door. An account that exists under the address stays as it is.
 */
@Component
@Order(1)
@ConditionalOnExpression("!'${hoingo.identity.first-account:}'.isBlank()")
class FirstAccount implements ApplicationRunner {

    private final IdentitySettings settings;
    private final AccountDesk desk;

    FirstAccount(IdentitySettings settings, AccountDesk desk) {
        this.settings = settings;
        this.desk = desk;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        EmailAddress email = EmailAddress.of(String.valueOf(settings.firstAccount()))
                .orElseThrow(() -> new IllegalStateException("HOINGO_FIRST_ACCOUNT is no e-mail address"));
        if (desk.findOpen(email).isEmpty()) {
            desk.keep(
                    Ids.from("first-account", email.value()),
                    email,
                    email.value(),
                    null,
                    Arrays.stream(Role.values())
                            .filter(role -> role != Role.PARTNER)
                            .toList(),
                    "vi");
        }
    }
}
