package vn.hoingo.portal.follow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.service.registry.ImportHttpServices;
import vn.hoingo.portal.follow.PreviewsClient.Answers;
import vn.hoingo.portal.follow.PreviewsClient.Item;
import vn.hoingo.portal.relay.Answer;
import vn.hoingo.portal.relay.Text;
import vn.hoingo.portal.relay.Together;
import vn.hoingo.portal.relay.Unavailable;

/** Gathers the consequences of an act from the services that react to it, all at once; one that is away is named. */
@Component
@ImportHttpServices(group = "delegations", types = PreviewsClient.OfDelegations.class)
@ImportHttpServices(group = "invitations", types = PreviewsClient.OfInvitations.class)
@ImportHttpServices(group = "logistics", types = PreviewsClient.OfLogistics.class)
public class Consequences {

    private static final Set<String> DELEGATIONS_KNOW =
            Set.of("events.event-rescheduled.v1", "events.event-cancelled.v1");
    private static final Set<String> INVITATIONS_KNOW = Set.of(
            "delegations.head-of-delegation-replaced.v1",
            "delegations.delegation-withdrawn.v1",
            "delegations.delegation-revoked.v1",
            "events.event-rescheduled.v1",
            "events.event-cancelled.v1",
            "events.activity-dropped.v1",
            "events.capacity-changed.v1");
    private static final Set<String> LOGISTICS_KNOW =
            Set.of("delegations.head-of-delegation-replaced.v1", "logistics.flight-changed.v1");

    private final PreviewsClient.OfDelegations delegations;
    private final PreviewsClient.OfInvitations invitations;
    private final PreviewsClient.OfLogistics logistics;

    Consequences(
            PreviewsClient.OfDelegations delegations,
            PreviewsClient.OfInvitations invitations,
            PreviewsClient.OfLogistics logistics) {
        this.delegations = delegations;
        this.invitations = invitations;
        this.logistics = logistics;
    }

    public Followed of(String type, Object fact) {
        Map<String, Supplier<Answers>> asked = new LinkedHashMap<>();
        if (LOGISTICS_KNOW.contains(type)) {
            asked.put("logistics", () -> logistics.of(new PreviewsClient.Asked(type, fact)));
        }
        if (INVITATIONS_KNOW.contains(type)) {
            asked.put("invitations", () -> invitations.of(new PreviewsClient.Asked(type, fact)));
        }
        if (DELEGATIONS_KNOW.contains(type)) {
            asked.put("delegations", () -> delegations.of(new PreviewsClient.Asked(type, fact)));
        }
        Map<String, Together.Asked<Answers>> answers = new LinkedHashMap<>();
        asked.forEach((service, question) -> answers.put(service, Together.ask(question)));

        List<Consequence> found = new ArrayList<>();
        List<String> away = new ArrayList<>();
        answers.forEach((service, answer) -> {
            try {
                answer.get().items().forEach(item -> found.add(Consequence.of(service, item)));
            } catch (Unavailable | Answer e) {
                away.add(service);
            }
        });
        return new Followed(found, away);
    }

    /** What would follow, and who could not be asked. */
    public record Followed(List<Consequence> items, List<String> away) {}

    /** One thing that would follow, by itself or by asking a person. */
    public record Consequence(String service, @Nullable String kind, String title, String detail, boolean automatic) {

        static Consequence of(String service, Item item) {
            return new Consequence(service, item.kind(), words(item.title()), words(item.detail()), item.automatic());
        }

        private static String words(@Nullable Text text) {
            return text == null ? "" : text.here();
        }

        public String icon() {
            return switch (service) {
                case "logistics" -> "car-front";
                case "invitations" -> kind != null && kind.contains("letter") ? "envelope" : "ticket-perforated";
                default -> "people";
            };
        }
    }
}
