package vn.hoingo.operations.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.messaging.test.Callers.STAFF;
import static vn.hoingo.messaging.test.Callers.a;

import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.InMemoryAggregates;
import vn.hoingo.operations.alert.AlertFact.AlertAcknowledged;
import vn.hoingo.operations.sentence.Contracts;

@WebMvcTest(AlertController.class)
@Import({AlertApiTests.InMemory.class, Contracts.class})
class AlertApiTests {

    private static final String ACKNOWLEDGEMENT = "/api/operations/alerts/" + AnAlert.ID.value() + "/acknowledgement";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private InMemoryAlerts alerts;

    @BeforeEach
    void anOpenAlert() {
        alerts.clear();
        alerts.save(AnAlert.aDeadLetter());
    }

    @Test
    void anAlertIsTakenByWhoeverWatches() throws Exception {
        mvc.perform(post(ACKNOWLEDGEMENT)
                        .with(a("operations-watcher"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"note\": \"tôi xem\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("acknowledged"))
                .andExpect(jsonPath("$.kind").value("dead-letter"))
                .andExpect(jsonPath("$.repairs[0].actor").value(STAFF.toString()))
                .andExpect(jsonPath("$.repairs[0].note").value("tôi xem"))
                .andExpect(jsonPath("$.sentence.vi", containsString("logistics.arrival không xử lý được")))
                .andExpect(jsonPath("$.sentence.en", containsString("five tries failed")));
        assertThat(alerts.announced()).contains(new AlertAcknowledged(AnAlert.ID.value()));
    }

    @Test
    void anAlertIsTakenWithoutAWordToo() throws Exception {
        mvc.perform(post(ACKNOWLEDGEMENT).with(a("operations-watcher"))).andExpect(status().isOk());
    }

    @Test
    void anOrganiserOnlyLooks() throws Exception {
        mvc.perform(post(ACKNOWLEDGEMENT).with(a("organiser"))).andExpect(status().isForbidden());
    }

    @Test
    void aNoteHasAnEnd() throws Exception {
        mvc.perform(post(ACKNOWLEDGEMENT)
                        .with(a("operations-watcher"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"note\": \"" + "x".repeat(10_000) + "\"}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/note"));
    }

    @Test
    void anUnknownAlertIsAbsent() throws Exception {
        mvc.perform(post("/api/operations/alerts/00000000-0000-8000-8000-00000000000f/acknowledgement")
                        .with(a("operations-watcher")))
                .andExpect(status().isNotFound());
    }

    @Test
    void anUnknownStateIsNamed() throws Exception {
        mvc.perform(get("/api/operations/alerts?state=asleep")
                        .with(a("auditor"))
                        .header("Accept-Language", "en"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/state"))
                .andExpect(jsonPath("$.errors[0].message", containsString("acknowledged")));
    }

    @TestConfiguration
    static class InMemory {

        @Bean
        InMemoryAlerts alerts() {
            return new InMemoryAlerts();
        }

        @Bean
        AlertDesk desk(Alerts alerts) {
            return new AlertDesk(
                    alerts,
                    new Decisions(),
                    null, // lists are tried on a real store, in TimelineIT
                    Clock.fixed(AnAlert.NOON, ZoneOffset.UTC));
        }
    }

    static class InMemoryAlerts extends InMemoryAggregates<Alert, AlertId> implements Alerts {}
}
