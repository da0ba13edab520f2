package vn.hoingo.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.journeys.Api.all;

import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a service knows of others is made of their messages alone: made anew from the first one on, it is the same. */
class CopiesJourney {

    private final RunningSystem system = RunningSystem.get();
    private final Api api = Api.of(system);

    @Test
    void everyLocalCopyMadeAnewFromTheFirstMessageEndsInTheSameState() {
        Edition edition = Edition.open(api, "Juliett", 300);
        JsonNode delegation = edition.approved("Port Juliett");
        edition.arrival(delegation, "confirmed");
        edition.invitations(delegation, "sent", 2);
        api.post("/api/delegations/" + delegation.get("id").asString() + "/withdrawal", "{}");
        edition.arrival(delegation, "closed");
        api.awaitQuiet();

        List<Copy> copies = copies().toList();
        assertThat(copies.stream().map(Copy::service).distinct())
                .contains("delegations", "invitations", "logistics", "operations");
        List<List<Document>> before = copies.stream().map(this::rows).toList();
        assertThat(before).noneMatch(List::isEmpty);

        for (Copy copy : copies) {
            api.post("/api/" + copy.service() + "/messaging/copies/rebuild?copy=" + copy.name(), "");
            api.await("/api/" + copy.service() + "/messaging/copies", rebuilds -> all(rebuilds)
                    .filter(each -> each.get("copy").asString().equals(copy.name()))
                    .anyMatch(each -> each.get("state").asString().equals("rebuilt")));
        }

        for (int each = 0; each < copies.size(); each++) {
            Copy copy = copies.get(each);
            assertThat(rows(copy)).as(copy.toString()).isEqualTo(before.get(each));
        }
    }

    private Stream<Copy> copies() {
        return Stream.of("events", "delegations", "invitations", "logistics", "operations")
                .flatMap(service -> all(api.get("/api/" + service + "/messaging/copies"))
                        .map(copy -> new Copy(service, copy.get("copy").asString())));
    }

    private List<Document> rows(Copy copy) {
        return system.documents(copy.service(), copy.name());
    }

    private record Copy(String service, String name) {}
}
