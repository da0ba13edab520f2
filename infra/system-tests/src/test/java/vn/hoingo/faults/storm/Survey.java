package vn.hoingo.faults.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.internal.UuidHelper;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line;
import vn.hoingo.faults.history.Line.Book;
import vn.hoingo.faults.history.Line.Found;
import vn.hoingo.faults.history.Line.Invited;
import vn.hoingo.faults.history.Line.Letter;
import vn.hoingo.faults.history.Line.Mailed;
import vn.hoingo.faults.history.Line.Row;
import vn.hoingo.journeys.RunningSystem;

/** Reads what a quiet system has: topics, documents, local copies before and after they are made anew, letters and mail. */
public final class Survey {

    /** Where the aggregates lie that announce on a topic: database and collection. */
    public static final Map<String, List<String>> OWNERS = owners();

    private static final Duration REBUILD = Duration.ofMinutes(3);

    private final RunningSystem system;
    private final Door door;
    private final Topics topics;
    private final Repairs repairs;

    public Survey(RunningSystem system, Door door, Topics topics, Repairs repairs) {
        this.system = system;
        this.door = door;
        this.topics = topics;
        this.repairs = repairs;
    }

    private static Map<String, List<String>> owners() {
        Map<String, List<String>> owners = new LinkedHashMap<>();
        owners.put("events.event", List.of("events", "events"));
        owners.put("events.activity", List.of("events", "activities"));
        owners.put("delegations.partner", List.of("delegations", "partners"));
        owners.put("delegations.person", List.of("delegations", "people"));
        owners.put("delegations.delegation", List.of("delegations", "delegations"));
        owners.put("invitations.invitation", List.of("invitations", "invitations"));
        owners.put("invitations.seat-book", List.of("invitations", "seat_books"));
        owners.put("invitations.waitlist-entry", List.of("invitations", "waitlist_entries"));
        owners.put("invitations.letter", List.of("invitations", "letters"));
        owners.put("logistics.arrival-plan", List.of("logistics", "arrival_plans"));
        owners.put("logistics.itinerary", List.of("logistics", "itineraries"));
        owners.put("logistics.diary", List.of("logistics", "diaries"));
        owners.put("operations.alert", List.of("operations", "alerts"));
        return owners;
    }

    /**
     * Everything, as it is between two moments at which the topics end at the same place.
     *
     * @param dinner whose seat book is told
     */
    public List<Line> everything(String dinner) {
        for (int tries = 1; ; tries++) {
            var before = topics.ends();
            List<Line> lines = new ArrayList<>();
            lines.addAll(topics.facts());
            lines.addAll(topics.injected());
            OWNERS.forEach((topic, where) -> system.documents(where.getFirst(), where.getLast())
                    .forEach(document -> lines.add(found(topic, document))));
            lines.addAll(seats(dinner));
            lines.addAll(letters());
            lines.addAll(mail());
            lines.addAll(repairs.tallies());
            lines.addAll(repairs.stuck());
            boolean moved = !before.equals(topics.ends())
                    || lines.stream().anyMatch(line -> line instanceof Found found && found.waiting() > 0);
            if (!moved || tries == 10) {
                return lines;
            }
            repairs.untilQuiet(Duration.ofSeconds(30));
        }
    }

    /** The local copies as they live, and as they are after all were made anew. */
    public List<Line> copies() {
        Map<String, List<String>> copies = new LinkedHashMap<>();
        for (String service : Repairs.SERVICES) {
            JsonNode all = door.look("/api/" + service + "/messaging/copies");
            if (all == null) {
                throw new IllegalStateException(service + " does not tell its copies");
            }
            copies.put(
                    service,
                    Repairs.all(all).map(copy -> copy.get("copy").asString()).toList());
        }
        List<Line> rows = new ArrayList<>();
        copies.forEach((service, names) -> names.forEach(copy -> rows.addAll(rows(service, copy, false))));
        copies.forEach((service, names) -> names.forEach(copy -> rebuild(service, copy)));
        copies.forEach((service, names) -> names.forEach(copy -> rows.addAll(rows(service, copy, true))));
        return rows;
    }

    private void rebuild(String service, String copy) {
        boolean rebuilt = Door.until(
                REBUILD,
                () -> door.once("POST", "/api/" + service + "/messaging/copies/rebuild?copy=" + copy, "") != null
                        && Door.until(REBUILD, () -> isOver(service, copy)));
        if (!rebuilt) {
            throw new IllegalStateException(copy + " of " + service + " was not made anew");
        }
    }

    private boolean isOver(String service, String copy) {
        JsonNode all = door.once("GET", "/api/" + service + "/messaging/copies", "");
        return all != null
                && Repairs.all(all)
                        .filter(each -> each.get("copy").asString().equals(copy))
                        .anyMatch(each -> each.get("state").asString().equals("rebuilt"));
    }

    private List<Row> rows(String service, String copy, boolean rebuilt) {
        return system.documents(service, copy).stream()
                .map(row -> new Row(
                        service,
                        copy,
                        text(row.get("_id")),
                        rebuilt,
                        History.digest(row.toJson().getBytes(StandardCharsets.UTF_8))))
                .toList();
    }

    private static Found found(String topic, Document document) {
        return new Found(
                topic,
                text(document.get("_id")),
                number(document, "version"),
                number(document, "sequence"),
                document.getList("outbox", Document.class, List.of()).size(),
                document.get("partner") == null ? null : text(document.get("partner")));
    }

    private List<Line> seats(String dinner) {
        List<Line> lines = new ArrayList<>();
        for (Document book : system.documents("invitations", "seat_books")) {
            if (text(book.get("_id")).equals(dinner)) {
                Map<String, Integer> grants = new LinkedHashMap<>();
                book.getList("grants", Document.class)
                        .forEach(grant -> grants.put(text(grant.get("invitation")), grant.getInteger("seats")));
                lines.add(new Book(dinner, book.getInteger("capacity"), grants));
            }
        }
        for (Document invitation : system.documents("invitations", "invitations")) {
            String status = invitation.getString("status");
            lines.add(new Invited(
                    text(invitation.get("_id")),
                    text(invitation.get("activity")),
                    text(invitation.get("guest")),
                    invitation.getBoolean("live", false) && !status.equals("DECLINED"),
                    status.equals("ACCEPTED") && !invitation.getBoolean("waitlisted", false)));
        }
        return lines;
    }

    private List<Letter> letters() {
        return system.documents("invitations", "letters").stream()
                .map(letter -> new Letter(
                        text(letter.get("_id")),
                        String.valueOf(letter.get("kind")),
                        Stream.of("event", "delegation", "partner", "person", "invitation")
                                .map(letter::get)
                                .map(Survey::text)
                                .reduce("", (all, next) -> all + "/" + next),
                        letter.getInteger("revision", 0)))
                .toList();
    }

    /** What invitations gave to the post; identity's sign-in links are no letters. */
    private List<Mailed> mail() {
        try (Stream<Path> files = Files.list(system.home().resolve("mail"))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(Survey::mailed)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Mailed> mailed(Path file) {
        try {
            List<String> head = Files.readAllLines(file).stream()
                    .takeWhile(line -> !line.isEmpty())
                    .toList();
            String id = header(head, "Message-ID: ");
            return id.matches("<[0-9a-f]{8}-[0-9a-f-]{27}@.*>")
                    ? Optional.of(new Mailed(
                            String.valueOf(file.getFileName()),
                            History.digest(header(head, "To: ").getBytes(StandardCharsets.UTF_8)),
                            id))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(List<String> head, String name) {
        return head.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElse("");
    }

    private static long number(Document document, String name) {
        return document.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static String text(@Nullable Object id) {
        return switch (id) {
            case null -> "";
            case Binary binary
            when binary.getData().length == 16 -> uuid(binary).toString();
            default -> id.toString();
        };
    }

    private static UUID uuid(Binary binary) {
        return UuidHelper.decodeBinaryToUuid(binary.getData(), binary.getType(), UuidRepresentation.STANDARD);
    }
}
