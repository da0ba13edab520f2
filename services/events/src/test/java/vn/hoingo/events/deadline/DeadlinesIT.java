package vn.hoingo.events.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.messaging.test.Callers.a;

import com.jayway.jsonpath.JsonPath;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.result.JsonPathResultMatchers;
import vn.hoingo.events.event.EventId;
import vn.hoingo.messaging.test.BackingServices;

/**
 * The plan of an edition of Thursday 23 September 2027 on a real store and a real broker, while days pass. Its guest list is due
 * on 4 August; 60 days before, 25 July, is a Sunday.
 */
@SpringBootTest
@AutoConfigureMockMvc
@Import({BackingServices.class, DeadlinesIT.PassingDays.class})
class DeadlinesIT {

    private static final String REACHED = "events.deadline-reached.v1";
    private static final String MISSED = "events.deadline-missed.v1";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private PassingDays days;

    @Test
    void theDaysOfAPlanFollowFromTheEventAndSayWhy() throws Exception {
        String deadlines = "/api/events/" + begin("plan") + "/deadlines";

        mvc.perform(get(deadlines).with(a("auditor")))
                .andExpect(jsonPath("$.state").value("running"))
                .andExpect(jsonPath("$.source.en").value("the department’s own plan, not a period set by law"))
                .andExpect(jsonPath("$.deadlines[0].step").value("organising-committee"))
                .andExpect(jsonPath("$.deadlines[0].phase").value("before"))
                .andExpect(jsonPath("$.deadlines[0].counted").value("2027-07-25"))
                .andExpect(jsonPath("$.deadlines[0].due").value("2027-07-23"))
                .andExpect(jsonPath("$.deadlines[0].firesAt").value("2027-07-23T01:00:00Z"))
                .andExpect(one("registration-closed", "due").value(contains("2027-09-03")))
                .andExpect(one("registration-closed", "owner").value(contains("delegation-officer")))
                .andExpect(one("report", "counted").value(contains("2027-10-09")))
                .andExpect(one("report", "due").value(contains("2027-10-08")));
        mvc.perform(get(deadlines).with(a("partner"))).andExpect(status().isForbidden());
    }

    @Test
    void aHolidayIsNamedWithItsSource() throws Exception {
        String id = begin("holiday", "2027-09-22");
        await(() -> assertThat(plan(id)).isNotNull());

        mvc.perform(get("/api/events/" + id + "/deadlines").with(a("auditor")))
                .andExpect(one("registration-closed", "counted").value(contains("2027-09-02")))
                .andExpect(one("registration-closed", "due").value(contains("2027-09-01")))
                .andExpect(one("registration-closed", "holiday.name.en").value(contains("National Day")))
                .andExpect(one("registration-closed", "holiday.source.en")
                        .value(contains("Labour Code 45/2019/QH14, Articles 111 and 112")));
    }

    @Test
    void anOwnerSettlesWhatIsTheirsAndTheRefusalSaysWhy() throws Exception {
        String deadlines = "/api/events/" + begin("settling") + "/deadlines/";

        mvc.perform(act(deadlines + "seating/completion", "{}", "dispatcher"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.reason").value("DEADLINE_OF_SOMEBODY_ELSE"));
        mvc.perform(act(deadlines + "seating/completion", "{\"note\": \"bản 3\"}", "protocol-officer"))
                .andExpect(one("seating", "state").value(contains("done")))
                .andExpect(one("seating", "settlement.note").value(contains("bản 3")));
        mvc.perform(act(deadlines + "badges/setting-aside", "{}", "organiser"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/reason"));
        mvc.perform(act(deadlines + "badges/setting-aside", "{\"reason\": \"họp trực tuyến\"}", "organiser"))
                .andExpect(one("badges", "state").value(contains("not-needed")));
        mvc.perform(act(deadlines + "badges/reopening", "{}", "organiser"))
                .andExpect(one("badges", "state").value(contains("open")));
        mvc.perform(act(deadlines + "weather/completion", "{}", "organiser")).andExpect(status().isNotFound());
    }

    @Test
    void deadlinesMoveWithTheEventAndEndWithIt() throws Exception {
        String event = "/api/events/" + begin("moving");
        mvc.perform(act(event + "/deadlines/scheme/completion", "{}", "organiser"))
                .andExpect(status().isOk());

        mvc.perform(act(event + "/rescheduling", """
                        {"window": {"start": "2027-10-07T08:00", "end": "2027-10-08T21:30", "zone": "Asia/Ho_Chi_Minh"}}
                        """, "organiser")).andExpect(status().isOk());

        await(() -> mvc.perform(get(event + "/deadlines").with(a("organiser")))
                .andExpect(one("guest-list", "due").value(contains("2027-08-18")))
                .andExpect(one("scheme", "due").value(contains("2027-07-30"))));

        mvc.perform(act(event + "/cancellation", "{\"reason\": \"bão\"}", "organiser"))
                .andExpect(status().isOk());
        await(() -> mvc.perform(get(event + "/deadlines").with(a("organiser")))
                .andExpect(jsonPath("$.state").value("closed")));
        mvc.perform(act(event + "/deadlines/badges/completion", "{}", "organiser"))
                .andExpect(jsonPath("$.reason").value("PLAN_IS_CLOSED"));
    }

    @Test
    void aCloneHasItsOwnPlanCountedFromItsOwnFirstDay() throws Exception {
        String source = begin("model");
        mvc.perform(act("/api/events/" + source + "/deadlines/scheme/completion", "{}", "organiser"))
                .andExpect(status().isOk());

        String clone = id(act(
                "/api/events/" + source + "/clones", "{\"day0\": \"2029-03-01\", \"edition\": \"2029\"}", "organiser"));

        mvc.perform(get("/api/events/" + clone + "/deadlines").with(a("organiser")))
                .andExpect(one("scheme", "state").value(contains("open")))
                .andExpect(one("scheme", "due").value(contains("2029-01-05")));
    }

    @Test
    void whatIsDueStandsOnItsOwnersDeskAndIsAnnouncedOnce() throws Exception {
        String event = begin("due");
        String task = "deadline-" + event + "-guest-list";
        await(() -> assertThat(plan(event)).isNotNull());
        mvc.perform(get("/api/events/tasks").with(a("protocol-officer")))
                .andExpect(jsonPath("$.items[*].id").value(not(hasItem(task))));

        days.goOnTo(Instant.parse("2027-08-04T01:00:00Z"));

        await(() -> assertThat(told(event)).containsExactly(MISSED, MISSED, REACHED));
        mvc.perform(get("/api/events/tasks").with(a("protocol-officer")))
                .andExpect(jsonPath("$.items[?(@.id == '" + task + "')].due").value(contains("2027-08-04T16:59:00Z")))
                .andExpect(jsonPath("$.items[?(@.id == '" + task + "')].link")
                        .value(contains("/events/" + event + "/plan/guest-list")));
        mvc.perform(get("/api/events/tasks").with(a("dispatcher")))
                .andExpect(jsonPath("$.items[*].id").value(not(hasItem(task))));

        days.goOnTo(Instant.parse("2027-08-05T03:00:00Z"));

        await(() -> assertThat(told(event)).containsExactly(MISSED, MISSED, REACHED, MISSED));
        mvc.perform(get("/api/events/" + event + "/deadlines").with(a("organiser")))
                .andExpect(one("guest-list", "overdue").value(contains(true)));
    }

    /** The facts that time brought to its plan. */
    private List<String> told(String event) {
        return Objects.requireNonNull(plan(event)).recentChanges().stream()
                .flatMap(change -> change.facts().stream())
                .filter(fact -> fact.equals(REACHED) || fact.equals(MISSED))
                .toList();
    }

    private @Nullable Plan plan(String event) {
        return mongo.findById(PlanId.of(new EventId(UUID.fromString(event))).value(), Plan.class);
    }

    private static JsonPathResultMatchers one(String step, String property) {
        return jsonPath("$.deadlines[?(@.step == '" + step + "')]." + property);
    }

    private static void await(ThrowingRunnable condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(condition);
    }

    private String begin(String key) throws Exception {
        return begin(key, "2027-09-23");
    }

    private String begin(String key, String day0) throws Exception {
        return id(act("/api/events", """
                        {"template": "friendship-dialogue", "day0": "%s", "edition": "2027", "venue": "SECC"}
                        """.formatted(day0), "organiser").header("Idempotency-Key", key));
    }

    private String id(MockHttpServletRequestBuilder request) throws Exception {
        return JsonPath.read(
                mvc.perform(request)
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.id");
    }

    private static MockHttpServletRequestBuilder act(String path, String body, String role) {
        return post(path).with(a(role)).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    /** A clock that a test may put forward. */
    @TestConfiguration
    static class PassingDays {

        private volatile Duration ahead = Duration.ZERO;

        @Bean
        @Primary
        Clock passing() {
            return ((InstantSource) () -> Clock.systemUTC().instant().plus(ahead)).withZone(ZoneOffset.UTC);
        }

        void goOnTo(Instant day) {
            ahead = Duration.between(Clock.systemUTC().instant(), day);
        }
    }
}
