package vn.hoingo.operations.sentence;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import vn.hoingo.operations.envelope.Envelope;
import vn.hoingo.operations.naming.Name;
import vn.hoingo.operations.naming.Names;

/** Tells facts to people: the sentence of the contract, filled with the payload's values and with names as they are now. */
@Component
public class Sentences {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> LOOKED_UP = Map.of(
            "partner", "partnerId",
            "event", "eventId",
            "delegation", "delegationId",
            "activity", "activityId",
            "vehicle", "vehicleId",
            "resource", "resourceId");

    private final Contracts contracts;
    private final Names names;

    Sentences(Contracts contracts, Names names) {
        this.contracts = contracts;
        this.names = names;
    }

    /** The sentence; a type without contract is told by its name. */
    public Sentence tell(Envelope fact) {
        JsonNode payload = payload(fact);
        return contracts
                .of(fact.type())
                .map(told -> new Sentence(
                        told.vi().fill(new Values(payload, fact, "vi")),
                        told.en().fill(new Values(payload, fact, "en"))))
                .orElseGet(() -> new Sentence(fact.type() + " · " + fact.topic(), fact.type() + " · " + fact.topic()));
    }

    /** Done, changed, at risk, by itself, or a note. */
    public String pill(Envelope fact) {
        return contracts.of(fact.type()).map(Contracts.Told::pill).orElse("note");
    }

    /** The payload as JSON; null where it is none. */
    public JsonNode payload(Envelope fact) {
        try {
            return fact.payload().isEmpty() ? NullNode.getInstance() : JSON.readTree(fact.payload());
        } catch (JacksonException unreadable) {
            return NullNode.getInstance();
        }
    }

    /** Values of one fact in one language. */
    private final class Values implements Template.Values {

        private final JsonNode payload;
        private final Envelope fact;
        private final String language;

        Values(JsonNode payload, Envelope fact, String language) {
            this.payload = payload;
            this.fact = fact;
            this.language = language;
        }

        @Override
        public @Nullable String at(String path) {
            String lookedUp = LOOKED_UP.get(path);
            if (lookedUp != null && !payload.has(path)) {
                return name(path, lookedUp);
            }
            JsonNode at = payload;
            String property = path;
            for (String step : path.split("\\.")) {
                if (step.equals("size") && at.isArray()) {
                    return Integer.toString(at.size());
                }
                at = at.path(step);
                property = step;
            }
            return text(at, property);
        }

        private @Nullable String name(String what, String property) {
            String id = payload.path(property).asString("");
            if (id.isEmpty()) {
                String header =
                        switch (what) {
                            case "partner" -> fact.partner();
                            case "event" -> fact.event();
                            case "delegation" -> fact.delegation();
                            default -> null;
                        };
                id = header == null ? "" : header;
            }
            Name name = uuid(id).flatMap(names::of).orElse(null);
            if (name == null && what.equals("delegation") && fact.partner() != null) {
                name = uuid(fact.partner()).flatMap(names::of).orElse(null);
            }
            return name == null ? null : language.equals("vi") ? name.vi() : name.en();
        }

        private @Nullable String text(JsonNode value, String property) {
            if (value.isMissingNode() || value.isNull() || value.isObject()) {
                return null;
            }
            if (value.isArray()) {
                String list = value.valueStream()
                        .map(each -> String.valueOf(text(each, property)))
                        .collect(Collectors.joining(", "));
                return list.isEmpty() ? null : list;
            }
            String text = value.asString();
            String word = contracts.word(property, text, language);
            if (word != null) {
                return word;
            }
            return value.isString() ? Times.tell(text, fact.time(), language) : text;
        }

        @Override
        public String unknown() {
            return language.equals("vi") ? "(chưa rõ)" : "(unknown)";
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
