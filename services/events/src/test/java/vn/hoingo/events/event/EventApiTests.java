package vn.hoingo.events.event;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.messaging.test.Callers.a;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Limit;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.InMemoryAggregates;

@WebMvcTest(EventController.class)
@Import(EventApiTests.InMemory.class)
class EventApiTests {

    private static final String EVENT = "/api/events/" + AnEvent.ID.value();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private InMemoryEvents events;

    @BeforeEach
    void anEventInPreparation() {
        events.clear();
        events.save(AnEvent.inPreparation());
    }

    @Test
    void nobodyComesInWithoutAToken() throws Exception {
        mvc.perform(get(EVENT))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.type").value("/problems/unauthenticated"));
    }

    @Test
    void aPartnerDoesNotPlan() throws Exception {
        mvc.perform(post(EVENT + "/cancellation")
                        .with(a("partner"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"x\"}"))
                .andExpect(status().isForbidden());
    }

    @Test
    void whatDoesNotExistIsSaidInTheReadersLanguage() throws Exception {
        mvc.perform(get("/api/events/0192f000-0000-7000-8000-00000000ffff")
                        .with(a("organiser"))
                        .header("Accept-Language", "en"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("There is nothing here, or not for you."));
        mvc.perform(get("/api/events/rubbish").with(a("organiser")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("Không có nội dung này, hoặc bạn không có quyền xem."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"window\": {\"start\": \"2026-10-08T08:00\", \"end\": \"2026-10-07T08:00\", \"zone\": \"Asia/Ho_Chi_Minh\"}} | 422 | /window/end",
                "{\"window\": {\"start\": \"2026-10-07T08:00\", \"end\": \"2026-10-08T08:00\", \"zone\": \"Mars/Olympus\"}} | 422 | /window/zone",
                "{\"window\": {\"start\": \"2026-10-07T08:00\", \"zone\": \"Asia/Ho_Chi_Minh\"}} | 422 | /window/end",
                "{} | 422 | /window"
            })
    void aWrongWindowIsNamedByItsField(String body, int status, String pointer) throws Exception {
        mvc.perform(post(EVENT + "/rescheduling")
                        .with(a("organiser"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.errors[0].pointer").value(pointer))
                .andExpect(jsonPath("$.errors[0].message").isNotEmpty());
    }

    @Test
    void aMemberAndAHalfIsNoMember() throws Exception {
        mvc.perform(post(EVENT + "/registration")
                        .with(a("organiser"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"closesAt\": \"2026-09-01T10:00:00Z\", \"membersPerDelegation\": 1.5}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/membersPerDelegation"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reason\": \"x\", \"$where\": \"1\"} | /problems/unknown-field",
                "{\"reason\": \"x\", \"colour\": \"red\"} | /problems/unknown-field",
                "{\"reason\": | /problems/malformed",
                "{\"reason\": \"x\"} trailing | /problems/malformed"
            })
    void whatIsNotOurShapeIsRefused(String body, String type) throws Exception {
        mvc.perform(post(EVENT + "/cancellation")
                        .with(a("organiser"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value(type));
    }

    @Test
    void aNameOfTenThousandCharactersIsTooLong() throws Exception {
        mvc.perform(put(EVENT)
                        .with(a("organiser"))
                        .header("If-Match", "\"1\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"edition\": \"2026\", \"venue\": \"\", \"name\": {\"vi\": \"" + "Đ".repeat(10_000)
                                + "\", \"en\": \"x\"}}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/name/vi"));
    }

    @Test
    void anEditSaysWhichVersionItWasMadeOn() throws Exception {
        mvc.perform(put(EVENT)
                        .with(a("organiser"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().is(428));
    }

    @Test
    void aRefusalHasItsReasonAndAnswersInBothLanguages() throws Exception {
        mvc.perform(post(EVENT + "/conclusion").with(a("organiser")).header("Accept-Language", "en"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/not-in-this-state"))
                .andExpect(jsonPath("$.reason").value("NOT_IN_THIS_STATE"))
                .andExpect(jsonPath("$.detail").value("This cannot be done while the event is in preparation."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 2026-05-01T10:00:00Z | The registration deadline 1 May 2026, 17:00 (GMT+7) is in the past.",
                "vi | 2026-05-01T10:00:00Z | Hạn đăng ký 17:00 01/05/2026 (GMT+7) đã qua.",
                "en | 2026-09-25T10:00:00Z | The registration deadline 25 September 2026, 17:00 (GMT+7) must lie before the end of the event, 24 September 2026, 21:30."
            })
    void aDeadlineIsToldByTheClockOfTheEvent(String language, String closesAt, String sentence) throws Exception {
        mvc.perform(post(EVENT + "/registration")
                        .with(a("organiser"))
                        .header("Accept-Language", language)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"closesAt\": \"" + closesAt + "\", \"membersPerDelegation\": 8}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(sentence));
    }

    @TestConfiguration
    static class InMemory {

        @Bean
        InMemoryEvents events() {
            return new InMemoryEvents();
        }

        @Bean
        EventDesk desk(Events events) {
            return new EventDesk(
                    events,
                    new Decisions(),
                    null, // lists are tried on a real store, in EditionIT
                    Clock.fixed(AnEvent.NOON, ZoneOffset.UTC));
        }
    }

    static class InMemoryEvents extends InMemoryAggregates<Event, EventId> implements Events {

        @Override
        public List<Event> findByStatusInOrderByStartsAt(Collection<Event.Status> statuses, Limit most) {
            return findAll().stream()
                    .filter(event -> statuses.contains(event.status()))
                    .toList();
        }
    }
}
