package vn.hoingo.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.journeys.Api.all;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A poisoned topic is seen, understood and drained by a person at the page, and nothing of it stays. */
class RepairJourney {

    private static final String PARTNERS = "delegations.partner";
    private static final String CHANGED = "delegations.partner-changed.v1";
    private static final List<Copy> FED = List.of(
            new Copy("invitations", "known_partners"),
            new Copy("logistics", "known_partners"),
            new Copy("operations", "known_names"));
    private static @Nullable Chromium chromium;

    private final RunningSystem system = RunningSystem.get();
    private final Api api = Api.of(system);
    private final String run = UUID.randomUUID().toString().substring(0, 4);

    @BeforeAll
    static void aBrowser() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void endTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aPoisonedTopicIsDrainedFromThePage() {
        JsonNode kilo = partner("Kilo " + run);
        JsonNode lima = partner("Lima " + run);
        String unknown = "delegations.partner-changed.v" + Integer.parseInt(run, 16);
        system.refuse("invitations", "known_partners", "name.en", "Kilo " + run + " renamed");
        rename(kilo);
        try (Poison poison = Poison.of(system)) {
            poison.send(PARTNERS, id(lima), CHANGED, 2, "{\"partnerId\": \"cut off he")
                    .send(PARTNERS, null, CHANGED, 1, "{\"partnerId\": \"nobody's " + run + "\"}")
                    .send(PARTNERS, UUID.randomUUID().toString(), unknown, 1, "{}");
        }
        rename(lima);
        api.await("/api/operations/dead-letters", stuck -> stuck.get("items").size() >= 7);
        api.awaitQuiet();
        assertThat(names("Lima")).containsOnly("Lima " + run);

        try (Person operator = Person.at(Objects.requireNonNull(chromium).browser(), system, "en-GB")
                .signedInAs("operations-watcher")) {
            replaysWhatTheStoreRefused(operator);
            givesUpWhatNobodyCanRead(operator);
            seesThatNothingIsLost(operator, unknown);
            makesACopyAnew(operator);
        }

        assertThat(names("Kilo")).containsOnly("Kilo " + run + " renamed");
        assertThat(names("Lima")).containsOnly("Lima " + run + " renamed");
        copiesEndAsWithoutAnyFault();
    }

    private void replaysWhatTheStoreRefused(Person operator) {
        operator.opens("/operations/dead-letters")
                .sees(stuck().size() + " stuck", "Kilo " + run, "unreadable", "has no key")
                .inRow("Kilo " + run, "Mend")
                .sees("five tries failed", "\"en\":\"Kilo " + run + " renamed\"", "Nothing. Later messages")
                .presses("Hear it again")
                .sees("stuck again", "Tried so far");
        system.refuse("invitations", "known_partners", "name.en", null);
        operator.types("note", "The store takes it again, " + run)
                .presses("Hear it again")
                .sees("Heard again; what waited", "Mended lately", "The store takes it again, " + run)
                .sees(name("operations-watcher"));
    }

    private void givesUpWhatNobodyCanRead(Person operator) {
        for (String letter : stuck()) {
            operator.opens("/operations/dead-letters/" + letter)
                    .presses("Give it up")
                    .sees("needs a note")
                    .types("note", "Written by hand, by mistake, " + run)
                    .presses("Give it up")
                    .sees("Given up; what waited");
        }
        operator.sees("0 stuck", "Nothing is stuck.", "Written by hand, by mistake, " + run);
    }

    private void seesThatNothingIsLost(Person operator, String unknown) {
        operator.opens("/operations/alerts")
                .inRow(unknown, "I have seen it")
                .opens("/operations/alerts")
                .sees(name("operations-watcher") + " has had it since");
        operator.opens("/operations/flow").sees("invitations.partner", "given up", "every fact has been sent");
        assertThat(all(api.get("/api/operations/flows").get("services")))
                .allMatch(service -> service.get("stuck").asLong() == 0
                        && service.get("parked").asLong() == 0
                        && service.get("difference").asLong() == 0);
    }

    private void makesACopyAnew(Person operator) {
        operator.opens("/operations/flow").presses("Make known_partners anew").sees("being made anew", "made anew of");
    }

    private void copiesEndAsWithoutAnyFault() {
        List<List<Document>> living = FED.stream().map(this::rows).toList();
        for (Copy copy : FED) {
            api.post("/api/operations/copies/" + copy.service() + "/" + copy.name() + "/rebuild", "");
            api.await("/api/operations/copies", copies -> all(copies.get("items"))
                    .filter(each -> each.get("service").asString().equals(copy.service()))
                    .filter(each -> each.get("copy").asString().equals(copy.name()))
                    .anyMatch(each -> each.get("state").asString().equals("rebuilt")));
        }
        for (int each = 0; each < FED.size(); each++) {
            assertThat(rows(FED.get(each))).as(FED.get(each).toString()).isEqualTo(living.get(each));
        }
    }

    private JsonNode partner(String name) {
        return api.post("/api/delegations/partners", file(name));
    }

    private void rename(JsonNode partner) {
        String name = partner.get("name").get("en").asString() + " renamed";
        api.put(
                "/api/delegations/partners/" + id(partner),
                file(name),
                partner.get("version").asLong());
    }

    private static String file(String name) {
        return """
                {"name": {"vi": "%s", "en": "%s"}, "kind": "locality", "countryCode": "JP",
                 "countryName": {"vi": "Nhật Bản", "en": "Japan"}, "language": "en"}
                """.formatted(name, name);
    }

    private List<String> stuck() {
        return all(api.get("/api/operations/dead-letters").get("items"))
                .map(RepairJourney::id)
                .toList();
    }

    /** What those who copy partners call this one. */
    private Stream<String> names(String partner) {
        return FED.stream()
                .filter(copy -> copy.name().equals("known_partners"))
                .flatMap(copy -> rows(copy).stream())
                .map(row -> row.get("name", Document.class).getString("en"))
                .filter(name -> name.startsWith(partner + " " + run));
    }

    private String name(String role) {
        return system.account(role).get("name").asString();
    }

    private List<Document> rows(Copy copy) {
        return system.documents(copy.service(), copy.name());
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asString();
    }

    private record Copy(String service, String name) {}
}
