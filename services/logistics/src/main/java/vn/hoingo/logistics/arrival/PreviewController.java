package vn.hoingo.logistics.arrival;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.doors.Invalid;
import vn.hoingo.logistics.arrival.Consequences.Consequence;

/** What would follow here if something happened: asked before a command with consequences is given, and nothing is saved. */
@RestController
@RequestMapping("/api/logistics/previews")
class PreviewController {

    private static final String HEAD_REPLACED = "delegations.head-of-delegation-replaced.v1";
    private static final String FLIGHT_CHANGED = "logistics.flight-changed.v1";

    private final Consequences consequences;
    private final JsonMapper json;

    PreviewController(Consequences consequences, JsonMapper json) {
        this.consequences = consequences;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('dispatcher','organiser','delegation-officer','protocol-officer','service')")
    Previewed preview(@Valid @RequestBody Imagined imagined) {
        return new Previewed(
                switch (imagined.type()) {
                    case HEAD_REPLACED -> {
                        Head head = read(imagined, Head.class);
                        yield consequences.ofAnotherHead(needed(head.delegationId(), "delegationId"), head.newRank());
                    }
                    case FLIGHT_CHANGED -> {
                        Landing landing = read(imagined, Landing.class);
                        yield consequences.ofAnotherLanding(
                                needed(landing.delegationId(), "delegationId"),
                                needed(landing.partyId(), "partyId"),
                                needed(landing.arrives(), "arrives"));
                    }
                    default -> List.of();
                });
    }

    private <T> T read(Imagined imagined, Class<T> shape) {
        try {
            return json.treeToValue(imagined.fact(), shape);
        } catch (JacksonException broken) {
            throw new Invalid("/fact", "logistics.fact", imagined.type());
        }
    }

    private static <T> T needed(@Nullable T value, String name) {
        if (value == null) {
            throw new Invalid("/fact/" + name, "logistics.fact", name);
        }
        return value;
    }

    record Imagined(@NotBlank String type, @NotNull JsonNode fact) {}

    record Previewed(List<Consequence> items) {}

    private record Head(@Nullable UUID delegationId, int newRank) {}

    private record Landing(
            @Nullable UUID delegationId,
            @Nullable UUID partyId,
            @Nullable LocalDateTime arrives) {}
}
