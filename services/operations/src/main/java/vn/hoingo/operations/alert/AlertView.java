package vn.hoingo.operations.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.operations.envelope.StuckKey;
import vn.hoingo.operations.sentence.Contracts;
import vn.hoingo.operations.sentence.Sentence;

/** An alert as a person is shown it. */
record AlertView(
        UUID id,
        String kind,
        String state,
        Instant raised,
        Sentence sentence,
        @Nullable String service,
        @Nullable String consumer,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String messageId,
        @Nullable String type,
        @Nullable String reason,
        @Nullable String deadLetter,
        List<Alert.Repair> repairs) {

    static AlertView of(Alert alert, Contracts contracts) {
        Alert.Matter matter = alert.matter();
        boolean stuck = alert.kind() == Alert.Kind.DEAD_LETTER && alert.state() != Alert.State.MENDED;
        return new AlertView(
                alert.id().value(),
                alert.kind().code(),
                alert.state().code(),
                alert.raised(),
                sentence(alert, contracts),
                matter.service(),
                matter.consumer(),
                matter.topic(),
                matter.partition(),
                matter.offset(),
                matter.key(),
                matter.messageId(),
                matter.type(),
                matter.detail(),
                stuck ? line(matter) : null,
                alert.repairs());
    }

    static Sentence sentence(Alert alert, Contracts contracts) {
        Alert.Matter matter = alert.matter();
        return switch (alert.kind()) {
            case DEAD_LETTER -> {
                Sentence reason = contracts.reason(AlertDesk.code(String.valueOf(matter.detail())));
                yield new Sentence(
                        matter.consumer() + " không xử lý được " + matter.type() + ": " + reason.vi(),
                        matter.consumer() + " could not handle " + matter.type() + ": " + reason.en());
            }
            case LOSS ->
                new Sentence(
                        "Nghi mất dữ kiện số " + matter.detail() + " trên " + matter.topic(),
                        "Fact " + matter.detail() + " may be missing on " + matter.topic());
            case UNKNOWN_TYPE ->
                new Sentence("Không có hợp đồng dữ liệu cho " + matter.type(), "No contract names " + matter.type());
        };
    }

    private static String line(Alert.Matter matter) {
        String consumer = String.valueOf(matter.consumer());
        return StuckKey.of(consumer, matter.topic(), matter.partition(), matter.offset(), matter.key())
                .text();
    }
}
