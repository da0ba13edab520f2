package vn.hoingo.logistics.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.messaging.test.Callers.a;
import static vn.hoingo.messaging.test.Callers.focalPointOf;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.hoingo.logistics.RunningLogistics;
import vn.hoingo.logistics.diary.DiaryDesk;
import vn.hoingo.logistics.diary.Kind;
import vn.hoingo.logistics.programme.Programme;
import vn.hoingo.messaging.Ids;

/** The store itself says how it found the rows of each list. */
@RunningLogistics
class ListsWalkAnIndexIT {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private ArrivalPlans plans;

    @Autowired
    private DiaryDesk diaries;

    @Autowired
    private Programme programme;

    @Test
    void noListReadsAWholeCollection() throws Exception {
        diaries.add(Kind.VEHICLE, "Xe 70", 16, List.of(), "IDX");
        UUID id = Ids.fresh();
        mongo.executeCommand(new Document("profile", 2));
        try {
            for (String filter :
                    List.of("", "event=" + id, "delegation=" + id, "date=2026-09-22", "state=needed", "needs=person")) {
                ask("/api/logistics/arrivals?" + filter, a("dispatcher"));
                ask("/api/logistics/arrivals?sort=-landsAt&" + filter, a("dispatcher"));
                ask("/api/logistics/arrivals?" + filter, focalPointOf(id));
            }
            for (String filter : List.of("", "kind=vehicle", "airport=IDX", "kind=vehicle&airport=IDX")) {
                ask("/api/logistics/diaries?" + filter, a("dispatcher"));
            }
            for (String filter : List.of("", "event=" + id, "delegation=" + id)) {
                ask("/api/logistics/itineraries?" + filter, a("dispatcher"));
                ask("/api/logistics/itineraries?" + filter, focalPointOf(id));
            }
            ask("/api/logistics/tasks", a("dispatcher"));
            plans.findByMissingInOrderByLandsAtAscIdAsc(List.of(ArrivalPlan.Missing.VEHICLE));
            plans.findByVehicleResourceIdOrderByLandsAtAscIdAsc(id);
            plans.findByInterpreterResourceIdOrderByLandsAtAscIdAsc(id);
            diaries.releaseAllBut(id, java.util.Set.of(), 1);
            diaries.inService(Kind.VEHICLE);
            programme.firstAfter(id, LocalDateTime.parse("2026-09-22T00:00").toInstant(java.time.ZoneOffset.UTC));
        } finally {
            mongo.executeCommand(new Document("profile", 0));
        }

        List<Document> asked = mongo.execute("system.profile", profile -> profile.find(new Document("op", "query"))
                .into(new ArrayList<>()));
        assertThat(asked)
                .filteredOn(each -> String.valueOf(each.get("ns"))
                        .matches(".*\\.(arrival_plans|diaries|itineraries|known_activities)"))
                .hasSizeGreaterThan(30)
                .noneMatch(each -> String.valueOf(each.get("planSummary")).contains("COLLSCAN"));
    }

    private void ask(String path, RequestPostProcessor who) throws Exception {
        mvc.perform(get(path).with(who)).andExpect(status().isOk());
    }
}
