package vn.hoingo.invitations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import vn.hoingo.messaging.test.BackingServices;

/** The whole service on a real broker and a real store, with a real post office; letters settle and offers lapse soon in it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = InvitationsApplication.class,
        properties = {
            "hoingo.letters.settling=2s",
            "hoingo.waitlist.offer=6s",
            "HOINGO_SIGNING_KEY=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        })
@AutoConfigureMockMvc
@Import({BackingServices.class, Elsewhere.class, PeopleElsewhere.class, PostOffice.class, Staff.class})
public @interface RunningInvitations {}
