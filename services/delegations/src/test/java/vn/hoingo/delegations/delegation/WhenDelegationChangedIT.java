package vn.hoingo.delegations.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.delegations.Registering.expect;
import static vn.hoingo.messaging.test.Callers.a;
import static vn.hoingo.messaging.test.Callers.focalPointOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hoingo.delegations.EventsElsewhere;
import vn.hoingo.delegations.Registering;
import vn.hoingo.delegations.RunningDelegations;
import vn.hoingo.delegations.quota.Identity;
import vn.hoingo.delegations.quota.Places;

@RunningDelegations
class WhenDelegationChangedIT {

    @Autowired
    private EventsElsewhere elsewhere;

    @Autowired
    private Registering registering;

    @Autowired
    private Places places;

    @Test
    void whatIsSubmittedIsTakenAndWhatIsWithdrawnIsFreeAgain() throws Exception {
        UUID event = elsewhere.open(8);
        UUID partner = registering.partner("Settled Port");
        UUID id = registering.approved(event, partner, "SETTLED HEAD");
        awaitTaken(event, partner, 1);

        expect(200, registering.act(id, "withdrawal", "{}", focalPointOf(partner)));

        awaitTaken(event, partner, 0);
        String list = "/api/delegations?event=" + event;
        assertThat(registering.<Integer>seen(list, a("organiser"), "$.items[0].memberCount"))
                .isEqualTo(1);
        assertThat(registering.<String>seen(list, a("organiser"), "$.items[0].headName"))
                .isEqualTo("SETTLED HEAD");
        UUID again = registering.complete(event, partner, "SETTLED HEAD");
        expect(200, registering.act(again, "submission", "{}", focalPointOf(partner)));
        assertThat(registering.<String>seen("/api/delegations/" + again, a("organiser"), "$.previousId"))
                .isEqualTo(id.toString());
    }

    @Test
    void onePersonComesWithOneOfManyDelegationsHoweverManyAskAtOnce() throws Exception {
        UUID event = elsewhere.open(8);
        List<Callable<Integer>> submissions = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            UUID partner = registering.partner("Racing Port " + i);
            UUID id = registering.complete(event, partner, i % 2 == 0 ? "ONE PERSON" : "Person Óne");
            submissions.add(() -> registering
                    .act(id, "submission", "{}", focalPointOf(partner))
                    .getStatus());
        }

        List<Integer> answers = new ArrayList<>();
        try (ExecutorService together = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> answer : together.invokeAll(submissions)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
    }

    @Test
    void whatWasHeldWhenSomethingBrokeGoesBackByItself() throws Exception {
        UUID event = elsewhere.open(2);
        UUID partner = registering.partner("Broken Port");
        UUID id = registering.complete(event, partner, "BROKEN HEAD");
        places.hold(
                new Places.Asked(
                        id,
                        event,
                        partner,
                        null,
                        List.of(
                                new Identity(UUID.randomUUID(), UUID.randomUUID(), "a somebody", null, null, null),
                                new Identity(UUID.randomUUID(), UUID.randomUUID(), "b somebody", null, null, null))),
                2);

        awaitTaken(event, partner, 0);
        expect(200, registering.act(id, "submission", "{}", focalPointOf(partner)));
    }

    private void awaitTaken(UUID event, UUID partner, int places) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> registering.<Integer>seen(
                                "/api/delegations/quotas/" + event + "/" + partner, a("organiser"), "$.taken")
                        == places);
    }
}
