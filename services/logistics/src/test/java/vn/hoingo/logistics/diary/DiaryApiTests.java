package vn.hoingo.logistics.diary;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.messaging.test.Callers.a;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.hoingo.logistics.TravelTimes;
import vn.hoingo.logistics.party.KnownPartners;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.InMemoryAggregates;
import vn.hoingo.messaging.LocalCopies;

@WebMvcTest(DiaryController.class)
@Import({DiaryApiTests.InMemory.class, KnownPartners.class})
class DiaryApiTests {

    @Autowired
    private MockMvc mvc;

    @Test
    void aVehicleIsAddedWithItsPlatesAndSeats() throws Exception {
        mvc.perform(add("{\"kind\": \"vehicle\", \"label\": \"Xe 07 · 51B-123.45\", \"seats\": 16}"))
                .andExpect(status().isCreated())
                .andExpect(header().exists("Location"))
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.kind").value("vehicle"))
                .andExpect(jsonPath("$.seats").value(16))
                .andExpect(jsonPath("$.inService").value(true))
                .andExpect(jsonPath("$.bufferMinutes").value(30));
    }

    @ParameterizedTest
    @CsvSource({"driver", "liaison-officer"})
    void peopleAreAddedByName(String kind) throws Exception {
        mvc.perform(add("{\"kind\": \"" + kind + "\", \"label\": \"Đức\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.kind").value(kind))
                .andExpect(jsonPath("$.seats").doesNotExist());
    }

    @Test
    void addedTwiceUnderOneKeyItIsOne() throws Exception {
        String body = "{\"kind\": \"vehicle\", \"label\": \"Xe 08\", \"seats\": 7}";
        String first = mvc.perform(add(body).header("Idempotency-Key", "xe-08"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        mvc.perform(add(body).header("Idempotency-Key", "xe-08")).andExpect(header().string("Location", first));
        mvc.perform(add(body.replace("7", "9")).header("Idempotency-Key", "xe-08"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("/problems/idempotency-key-reused"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\": \"horse\", \"label\": \"x\"} | /kind",
                "{\"kind\": \"vehicle\", \"label\": \"x\"} | /seats",
                "{\"kind\": \"vehicle\", \"label\": \"x\", \"seats\": 0} | /seats",
                "{\"kind\": \"vehicle\", \"label\": \"x\", \"seats\": -3} | /seats",
                "{\"kind\": \"vehicle\", \"label\": \" \", \"seats\": 4} | /label",
                "{\"kind\": \"vehicle\", \"label\": \"x\\u0007\", \"seats\": 4} | /label",
                "{\"kind\": \"interpreter\", \"label\": \"x\"} | /languages",
                "{\"kind\": \"interpreter\", \"label\": \"x\", \"languages\": [\"Korean\"]} | /languages/0",
                "{\"kind\": \"vehicle\", \"label\": \"x\", \"seats\": 4, \"airport\": \"Saigon\"} | /airport"
            })
    void aWrongFieldIsNamed(String body, String pointer) throws Exception {
        mvc.perform(add(body))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value(pointer))
                .andExpect(jsonPath("$.errors[0].message").isNotEmpty());
    }

    @Test
    void aLabelOfTenThousandCharactersIsTooLong() throws Exception {
        mvc.perform(add("{\"kind\": \"driver\", \"label\": \"" + "Đ".repeat(10_000) + "\"}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/label"));
    }

    @Test
    void whatIsNotOurShapeIsRefused() throws Exception {
        mvc.perform(add("{\"kind\": \"driver\", \"label\": \"x\", \"$ne\": 1}")).andExpect(status().isBadRequest());
        mvc.perform(post("/api/logistics/diaries")
                        .with(a("dispatcher"))
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("x"))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void onlyDispatchersAddAndOnlyStaffLook() throws Exception {
        String body = "{\"kind\": \"driver\", \"label\": \"x\"}";
        mvc.perform(post("/api/logistics/diaries")
                        .with(a("operations-watcher"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/logistics/diaries/0192f000-0000-7000-8000-00000000ffff")
                        .with(a("partner")))
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/logistics/diaries/0192f000-0000-7000-8000-00000000ffff")
                        .with(a("operations-watcher")))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatIsOutOfServiceComesBack() throws Exception {
        String path = mvc.perform(add("{\"kind\": \"vehicle\", \"label\": \"Xe 09\", \"seats\": 7}"))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        mvc.perform(post(path + "/out-of-service").with(a("dispatcher")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.inService").value(false));
        mvc.perform(post(path + "/return").with(a("dispatcher")))
                .andExpect(jsonPath("$.inService").value(true));
    }

    private static MockHttpServletRequestBuilder add(String body) {
        return post("/api/logistics/diaries")
                .with(a("dispatcher"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    @TestConfiguration
    @EnableConfigurationProperties(TravelTimes.class)
    static class InMemory {

        @Bean
        InMemoryDiaries diaries() {
            return new InMemoryDiaries();
        }

        @Bean
        DiaryDesk desk(Diaries diaries, KnownPartners partners, TravelTimes times) {
            return new DiaryDesk(diaries, new Decisions(), partners, null, times, Clock.systemUTC());
        }

        /** Nothing is booked here, so that nobody's name is looked up; that is tried on a real store, in ArrivalsIT. */
        @Bean
        LocalCopies copies() {
            return new LocalCopies(
                    new MongoTemplate(new SimpleMongoClientDatabaseFactory("mongodb://localhost:1/nowhere")));
        }
    }

    static class InMemoryDiaries extends InMemoryAggregates<Diary, DiaryId> implements Diaries {

        @Override
        public List<Diary> findByKindAndInServiceOrderBySeatsAscIdAsc(Kind kind, boolean inService) {
            return findAll().stream()
                    .filter(diary -> diary.kind() == kind && diary.isInService() == inService)
                    .toList();
        }

        @Override
        public List<Diary> findByBookingsTakerPlanIdOrderByIdAsc(UUID plan) {
            return findAll().stream()
                    .filter(diary -> diary.bookingOf(plan).isPresent())
                    .toList();
        }
    }
}
