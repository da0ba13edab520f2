package vn.hoingo.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.journeys.Api.all;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/**
 * The autumn of 2025 once more, with invented people: the Economic Forum that was announced for 25 to 30 November and held from the
 * 25th to the 27th, with 91 foreign delegations of 400 guests and 1,500 delegates in all. It takes minutes; {@code -Dhoingo.forum=true}.
 */
@EnabledIfSystemProperty(named = "hoingo.forum", matches = "true")
class ForumJourney {

    private static final int FOREIGN_DELEGATIONS = 91;
    private static final int FOREIGN_GUESTS = 400;
    private static final int DELEGATES = 1500;
    private static final int OF_ONE_HOST = 40;
    private static final int DOORS = 8;
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final ZoneId CITY = ZoneId.of("Asia/Ho_Chi_Minh");

    private final RunningSystem system = RunningSystem.get();
    private final Api api = Api.of(system);
    private final LocalDate day0 = LocalDate.now(CITY).plusDays(20); // late enough for a minister to be too late
    private final String run = Long.toString(System.currentTimeMillis() / 1000, 36);
    private String event = "";
    private long begun;

    @BeforeEach
    void anEditionThatIsAnnouncedForSixDays() {
        event = id(api.post("/api/events", """
                {"template": "economic-forum", "day0": "%s", "edition": "%s", "venue": "Thisky Hall Sala",
                 "name": {"vi": "Diễn đàn Kinh tế mùa Thu %s", "en": "Autumn Economic Forum %s"}}
                """.formatted(day0, run, run, run)));
        api.post("/api/events/" + event + "/preparation", "{}");
        reschedule(6);
        api.post(
                "/api/events/" + event + "/registration",
                "{\"closesAt\": \"%sT10:00:00Z\", \"membersPerDelegation\": %d}"
                        .formatted(day0.minusDays(1), OF_ONE_HOST));
    }

    @Test
    void theForumIsRegisteredMovedChangedPermittedAndReceived() throws Exception {
        begun = System.nanoTime();
        List<String> delegations = imported();
        tell("imported and submitted %d delegations of %d members".formatted(delegations.size(), DELEGATES));

        together(delegations, delegation -> {
            api.post(delegation + "/review", "{}");
            api.post(delegation + "/approval", "{}");
        });
        api.await("/api/invitations/summary?event=" + event, summary -> all(summary.get("items"))
                .anyMatch(activity -> activity.get("invited").asInt() == delegations.size()));
        tell("approved; every head is invited");

        theDatesAreNarrowedAndEverythingFollows(delegations);
        tell("moved to three days, everything derived with it");

        theListsChangeInThreeWaves(delegations.subList(0, 30));
        tell("lists changed in three waves");

        aMinisterAcceptsTooLateForThePermit();
        tell("a minister accepted, the permit escalated");

        int admitted = admitted(delegations);
        assertThat(admitted).isGreaterThanOrEqualTo(DELEGATES);
        tell("checked in %d delegates".formatted(admitted));

        api.awaitQuiet();
        tell("every consumer heard everything, and the counts add up");
    }

    private List<String> imported() {
        StringBuilder sheet =
                new StringBuilder("Partner,Takes part as,Passport name,Function,Rank,Nationality,Languages\n");
        int number = 0;
        for (int i = 0; number < DELEGATES; i++) {
            boolean foreign = i < FOREIGN_DELEGATIONS;
            String partner = "Forum %s %s %s".formatted(foreign ? "Partner" : "Host", word(i), run);
            api.post("/api/delegations/partners", """
                    {"name": {"vi": "%s", "en": "%s"}, "kind": "%s", "countryCode": "%s",
                     "countryName": {"vi": "%s", "en": "%s"}, "language": "%s", "contactEmail": "%s@partner.example"}
                    """.formatted(
                            partner,
                            partner,
                            foreign ? "locality" : "corporation",
                            foreign ? "JP" : "VN",
                            foreign ? "Nhật Bản" : "Việt Nam",
                            foreign ? "Japan" : "Viet Nam",
                            foreign ? "en" : "vi",
                            word(i).toLowerCase(Locale.ROOT) + run));
            int members = foreign
                    ? FOREIGN_GUESTS * (i + 1) / FOREIGN_DELEGATIONS - FOREIGN_GUESTS * i / FOREIGN_DELEGATIONS
                    : Math.min(OF_ONE_HOST, DELEGATES - number);
            for (int m = 0; m < members; m++) {
                sheet.append("%s,%s,%s %s,%s,%d,%s,%s%n"
                        .formatted(
                                partner,
                                m == 0 ? "head" : "delegate",
                                foreign ? "GUEST" : "DELEGATE",
                                word(number++),
                                m == 0 ? "Governor" : "Adviser",
                                m == 0 ? 5 : 8,
                                foreign ? "JP" : "VN",
                                foreign ? "ja" : "vi"));
            }
        }
        String job = "/api/delegations/imports/" + id(api.upload("/api/delegations/imports", event, sheet.toString()));
        JsonNode checked =
                api.await(job, LONG, each -> each.get("state").asString().equals("checked"));
        assertThat(checked.get("fresh").asInt()).as(checked.toString()).isEqualTo(DELEGATES);
        api.post(job + "/confirmation", "{\"submit\": true}");
        JsonNode done =
                api.await(job, LONG, each -> each.get("state").asString().equals("imported"));
        assertThat(done.get("submitted").asInt())
                .as(done.toString())
                .isEqualTo(done.get("delegations").asInt());

        List<String> delegations = new ArrayList<>();
        String list = "/api/delegations?event=" + event + "&state=submitted&sort=submittedAt&limit=200";
        all(api.get(list).get("items")).forEach(line -> delegations.add("/api/delegations/" + id(line)));
        assertThat(delegations).hasSize(done.get("delegations").asInt()).hasSizeGreaterThan(FOREIGN_DELEGATIONS);
        return delegations;
    }

    private void theDatesAreNarrowedAndEverythingFollows(List<String> delegations) {
        String fileBy =
                api.get("/api/events/" + event + "/permit").get("fileBy").asString();
        reschedule(3);

        api.await("/api/invitations?event=" + event + "&limit=200", page -> all(page.get("items"))
                .allMatch(invitation -> invitation.get("revision").asInt() > 1));
        api.await(
                "/api/invitations/letters?event=" + event + "&kind=delegation-rescheduled&limit=200",
                page -> page.get("items").size() == delegations.size());
        assertThat(api.get("/api/events/" + event + "/permit").get("fileBy").asString())
                .isEqualTo(fileBy); // it is counted from the first day, which stays
    }

    private void theListsChangeInThreeWaves(List<String> delegations) throws Exception {
        together(delegations.subList(0, 10), delegation -> changed(delegation, delegation + "/members", 8, "JOINING"));
        together(delegations.subList(10, 20), delegation -> {
            JsonNode members = api.get(delegation).get("members");
            String last = members.get(members.size() - 1).get("memberId").asString();
            changed(delegation, delegation + "/members/" + last + "/replacement", 8, "REPLACING");
        });
        together(delegations.subList(20, 30), delegation -> {
            JsonNode members = api.get(delegation).get("members");
            String last = members.get(members.size() - 1).get("memberId").asString();
            api.post(delegation + "/members/" + last + "/withdrawal", "{}");
            changed(delegation, delegation + "/members", 7, "RETURNING");
        });
    }

    private void changed(String delegation, String act, int rank, String name) {
        String whose = word(Math.floorMod(delegation.hashCode(), 400_000));
        JsonNode asked = api.post(act, """
                {"kind": "delegate", "function": "Adviser", "rank": %d,
                 "person": {"passportName": "%s %s", "nationality": "JP"}}
                """.formatted(rank, name, whose));
        for (JsonNode change : asked.get("changes")) {
            api.post(delegation + "/changes/" + change.get("changeId").asString() + "/approval", "{}");
        }
    }

    private void aMinisterAcceptsTooLateForThePermit() {
        String plenary = all(api.get("/api/events/activities?event=" + event).get("items"))
                .filter(activity -> activity.get("kind").asString().equals("plenary"))
                .map(ForumJourney::id)
                .findFirst()
                .orElseThrow();
        String minister = id(api.post("/api/delegations/people", """
                {"passportName": "MINISTER %s", "function": "Minister of Economy", "rank": 2, "category": "minister", "email": "minister@ministry.example"}
                """.formatted(word((int) (begun & 0xfffff)))));
        String invitation = id(api.post("/api/invitations", """
                {"personId": "%s", "activityId": "%s", "category": "minister"}
                """.formatted(minister, plenary)));
        String link =
                api.get("/api/invitations/" + invitation + "/link").get("url").asString();
        Api.guest(system)
                .post("/api/invitations/answers/" + link.substring(link.lastIndexOf('/') + 1) + "/acceptance", "{}");

        api.await(
                "/api/events/" + event + "/permit",
                permit -> permit.get("authority").asString().equals("prime-minister"));
        JsonNode escalation = api.await(
                        "/api/operations/facts?event=" + event + "&type=events.permit-authority-escalated.v1",
                        page -> !page.get("items").isEmpty())
                .get("items")
                .get(0);
        assertThat(escalation.get("pill").asString()).isEqualTo("at risk");
        assertThat(escalation.get("payload").get("tooLate").asBoolean()).isTrue();
        assertThat(all(api.get("/api/events/tasks").get("items"))).anySatisfy(task -> {
            assertThat(task.get("id").asString()).isEqualTo("permit-" + event);
            assertThat(Instant.parse(task.get("due").asString())).isBefore(Instant.now());
        });
    }

    /** Through eight doors at once, by the number that stands under the code. */
    private int admitted(List<String> delegations) throws Exception {
        together(delegations, delegation -> api.post(delegation + "/accreditations", "{\"zones\": [\"general\"]}"));
        List<String> numbers = new ArrayList<>();
        String next = "";
        do {
            JsonNode page =
                    api.get("/api/delegations/accreditations?event=" + event + "&state=issued&limit=200" + next);
            all(page.get("items"))
                    .forEach(badge -> numbers.add(badge.get("number").asString()));
            next = page.hasNonNull("next") ? "&after=" + page.get("next").asString() : "";
        } while (!next.isEmpty());
        String point = "/api/delegations/check-in/points/"
                + id(api.post("/api/delegations/check-in/points", """
                {"eventId": "%s", "name": {"vi": "Cửa chính", "en": "Main door"}, "zone": "general"}
                """.formatted(event)));
        begun = System.nanoTime();
        List<String> answers =
                answersOf(numbers, number -> api.post(point + "/decisions", "{\"badge\": \"%s\"}".formatted(number))
                        .get("answer")
                        .asString());
        assertThat(answers).containsOnly("admitted");
        return answers.size();
    }

    private void reschedule(int days) {
        api.post("/api/events/" + event + "/rescheduling", """
                {"window": {"start": "%sT08:00", "end": "%sT21:30", "zone": "Asia/Ho_Chi_Minh"}}
                """.formatted(day0, day0.plusDays(days - 1)));
    }

    /** Several people do it at once, each to some of them. */
    private static <T> void together(List<T> all, Consumer<T> deed) throws ExecutionException, InterruptedException {
        answersOf(all, each -> {
            deed.accept(each);
            return each;
        });
    }

    private static <T, R> List<R> answersOf(List<T> all, Function<T, R> act)
            throws ExecutionException, InterruptedException {
        try (ExecutorService people = Executors.newFixedThreadPool(DOORS)) {
            List<Future<R>> done = new ArrayList<>();
            all.forEach(each -> done.add(people.submit(() -> act.apply(each))));
            List<R> results = new ArrayList<>();
            for (Future<R> each : done) {
                results.add(each.get());
            }
            return results;
        }
    }

    private void tell(String what) {
        System.out.printf(Locale.ROOT, "forum: %s after %.1f s%n", what, (System.nanoTime() - begun) / 1e9);
    }

    /** A name that no other number has. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number + 26 * 26; rest > 0; rest /= 26) {
            word.insert(0, (char) ('A' + rest % 26));
        }
        return word.toString();
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asString();
    }
}
