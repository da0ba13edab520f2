package vn.hoingo.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireFormatTests {

    private static final String WHOLE = """
            {"id": "01890a5d-ac96-774b-bcce-b302099a8057", "seat": 4, "at": "2027-09-23T12:00:00Z",
             "local": "2027-09-23T08:00", "seats": [{"row": "A", "note": null}], "needs": {"ramp": 2}}
            """;

    @Test
    void aWholeMessageIsReadAndWrittenAgainWithoutWhatIsAbsent() {
        Shape shape = read(WHOLE);

        assertThat(shape.at()).isEqualTo(Instant.parse("2027-09-23T12:00:00Z"));
        assertThat(shape.local()).isEqualTo(LocalDateTime.parse("2027-09-23T08:00"));
        assertThat(shape.note()).isNull();
        String written = new String(WireFormat.write(shape), UTF_8);
        assertThat(written).contains("\"at\":\"2027-09-23T12:00:00Z\"").doesNotContain("null");
        assertThat(read(written)).isEqualTo(shape);
    }

    @Test
    void fieldsThatTheReaderDoesNotKnowAreIgnored() {
        assertThat(read(WHOLE.replace("\"seat\"", "\"colour\": {\"r\": 1}, \"seat\""))
                        .seat())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "at": "2027-09-23T12:00:00Z",        |                        | missing at
            [{"row": "A", "note": null}]         | [{"note": "x"}]        | missing seats[].row
            [{"row": "A", "note": null}]         | [null]                 | missing seats[]
            {"ramp": 2}                          | {"ramp": null}         | missing needs{}
            "01890a5d-ac96-774b-bcce-b302099a8057" | null                 | missing id
            "seat": 4,                           |                        | unreadable
            "seat": 4                            | "seat": null           | unreadable
            "seat": 4                            | "seat": "four"         | unreadable
            2027-09-23T12:00:00Z                 | noon                   | unreadable
            """)
    void whatBreaksItsContractIsUnreadableForAReasonWithoutValues(String good, @Nullable String bad, String reason) {
        assertThatThrownBy(() -> read(WHOLE.replace(good, bad == null ? "" : bad)))
                .isInstanceOf(WireFormat.Unreadable.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}{}   | unreadable
            []     | unreadable
            null   | no-payload
            {      | unreadable
            """)
    void whatIsNoObjectIsUnreadable(String payload, String reason) {
        assertThatThrownBy(() -> read(payload))
                .isInstanceOf(WireFormat.Unreadable.class)
                .hasMessage(reason);
    }

    @Test
    void noPayloadIsUnreadable() {
        assertThatThrownBy(() -> WireFormat.read(null, Shape.class))
                .isInstanceOf(WireFormat.Unreadable.class)
                .hasMessage("no-payload");
    }

    private static Shape read(String json) {
        return WireFormat.read(json.getBytes(UTF_8), Shape.class);
    }

    record Seat(String row, @Nullable String note) {}

    record Shape(
            UUID id,
            int seat,
            Instant at,
            LocalDateTime local,
            List<Seat> seats,
            Map<String, Integer> needs,
            @Nullable String note) {}
}
