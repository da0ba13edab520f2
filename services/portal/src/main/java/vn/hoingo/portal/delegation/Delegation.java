package vn.hoingo.portal.delegation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoingo.portal.relay.Text;
import vn.hoingo.portal.relay.Window;

/** A delegation as the delegations service tells it to this reader, with what the reader may do now. */
public record Delegation(
        UUID id,
        UUID eventId,
        @Nullable Event event,
        UUID partnerId,
        Text partnerName,
        @Nullable String partnerLanguage,
        @Nullable String label,
        String state,
        int revision,
        @Nullable Integer quota,
        @Nullable Contact contact,
        List<String> languages,
        List<Member> members,
        List<Member> formerMembers,
        List<Party> parties,
        Map<String, Integer> needs,
        List<Change> changes,
        @Nullable Request request,
        @Nullable String reason,
        List<Document> documents,
        @Nullable UUID previousId,
        boolean travelToConfirm,
        @Nullable Instant draftedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant changedAt,
        List<String> may,
        long version) {

    private static final List<String> KINDS = List.of("head", "deputy", "delegate", "advance");

    public Delegation {
        languages = orNone(languages);
        members = orNone(members);
        formerMembers = orNone(formerMembers);
        parties = orNone(parties);
        needs = needs == null ? Map.of() : needs;
        changes = orNone(changes);
        documents = orNone(documents);
        may = orNone(may);
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    public boolean may(String act) {
        return may.contains(act);
    }

    public String name() {
        return label == null || label.isBlank() ? partnerName.here() : partnerName.here() + " · " + label;
    }

    public Optional<Member> head() {
        return members.stream().filter(Member::heads).findFirst();
    }

    public @Nullable Member member(@Nullable UUID memberId) {
        return Stream.concat(members.stream(), formerMembers.stream())
                .filter(member -> member.memberId().equals(memberId))
                .findFirst()
                .orElse(null);
    }

    /** Whom an error is about, by its place in the list: {@code members.2.rank}. */
    public @Nullable Member named(String field) {
        String[] path = field.split("\\.");
        if (path.length < 2 || !path[0].equals("members") || !path[1].matches("\\d{1,4}")) {
            return null;
        }
        int place = Integer.parseInt(path[1]);
        return place < members.size() ? members.get(place) : null;
    }

    public @Nullable Party partyOf(Member member) {
        return parties.stream()
                .filter(party -> party.memberIds().contains(member.memberId()))
                .findFirst()
                .orElse(null);
    }

    /** Whose travel an error is about: {@code parties.1.flight}. */
    public @Nullable Party party(String field) {
        String[] path = field.split("\\.");
        if (path.length < 2 || !path[0].equals("parties") || !path[1].matches("\\d{1,4}")) {
            return null;
        }
        int place = Integer.parseInt(path[1]);
        return place < parties.size() ? parties.get(place) : null;
    }

    /** Who is in it; once it ended, who was then. */
    public List<Member> present() {
        String ended =
                switch (state) {
                    case "withdrawn", "revoked" -> state;
                    case "rejected" -> "refused";
                    default -> "";
                };
        return ended.isEmpty()
                ? members
                : formerMembers.stream()
                        .filter(member -> member.state().equals(ended))
                        .toList();
    }

    /** Who left before. */
    public List<Member> gone() {
        List<Member> present = present();
        return formerMembers.stream()
                .filter(member -> !present.contains(member))
                .toList();
    }

    /** The head first, then the deputy and the others; companions follow whom they accompany. */
    public List<Member> inOrder() {
        List<Member> present = present();
        List<Member> ordered = new ArrayList<>();
        KINDS.stream()
                .flatMap(kind -> present.stream().filter(member -> member.kind().equals(kind)))
                .forEach(member -> {
                    ordered.add(member);
                    present.stream()
                            .filter(other ->
                                    other.isCompanion() && member.memberId().equals(other.companionOf()))
                            .forEach(ordered::add);
                });
        present.stream().filter(member -> !ordered.contains(member)).forEach(ordered::add);
        return ordered;
    }

    public boolean isAskedAbout(Member member) {
        return member.changeAsked() || request != null && request.memberIds().contains(member.memberId());
    }

    public String tone() {
        return toneOf(state);
    }

    public static String toneOf(String state) {
        return switch (state) {
            case "approved" -> "ok";
            case "submitted", "under-review" -> "wait";
            case "changes-requested" -> "jade";
            case "rejected", "revoked", "withdrawn" -> "risk";
            default -> "quiet";
        };
    }

    /** What we need to know of the event it is for. */
    public record Event(
            Text name,
            Window window,
            @Nullable String venue,
            @Nullable Instant closesAt,
            boolean open,
            @Nullable String state) {

        public Event {
            venue = venue == null || venue.isBlank() ? null : venue;
        }
    }

    /** Whom we write to about this delegation. */
    public record Contact(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    /** One who comes. */
    public record Member(
            UUID memberId,
            UUID personId,
            String kind,
            @Nullable UUID companionOf,
            @Nullable String function,
            @Nullable Integer rank,
            String state,
            List<String> languages,
            List<String> needs,
            boolean changeAsked,
            @Nullable UUID replaces,
            @Nullable UUID replacedBy,
            @Nullable Named person) {

        public Member {
            languages = orNone(languages);
            needs = orNone(needs);
        }

        public String name() {
            return person == null ? "" : Objects.requireNonNullElse(person.displayName(), person.passportName());
        }

        public boolean heads() {
            return kind.equals("head");
        }

        public boolean isCompanion() {
            return kind.equals("companion");
        }

        public String tone() {
            return switch (state) {
                case "approved" -> "ok";
                case "nominated", "confirmed" -> "wait";
                case "refused", "revoked" -> "risk";
                default -> "quiet";
            };
        }
    }

    /** A name as the passport has it, and as its owner writes it. */
    public record Named(
            String passportName,
            @Nullable String nativeName,
            @Nullable String displayName,
            @Nullable String formOfAddress,
            @Nullable String nationality,
            List<String> onFile) {

        public Named {
            onFile = orNone(onFile);
        }
    }

    /** Those who arrive together. */
    public record Party(
            UUID partyId,
            List<UUID> memberIds,
            @Nullable Integer luggage,
            @Nullable Flight flight) {

        public Party {
            memberIds = orNone(memberIds);
        }
    }

    /** A flight with the clock on the wall at both ends. */
    public record Flight(
            @Nullable String number,
            @Nullable String origin,
            @Nullable String airport,
            @Nullable String terminal,
            @Nullable LocalDateTime departs,
            @Nullable String departsZone,
            @Nullable LocalDateTime arrives,
            @Nullable String arrivesZone) {}

    /** After approval a change waits for an officer. */
    public record Change(
            UUID changeId,
            String kind,
            @Nullable UUID memberId,
            @Nullable UUID replaces,
            @Nullable Instant at) {}

    /** What an officer asked for. */
    public record Request(
            List<UUID> memberIds,
            @Nullable String note,
            @Nullable Instant at) {

        public Request {
            memberIds = orNone(memberIds);
        }
    }

    /** A file that came with it. */
    public record Document(
            UUID id,
            String kind,
            @Nullable String mediaType,
            long size,
            @Nullable Instant storedAt) {

        /** As people call it: PDF, JPEG, PNG. */
        public String format() {
            return mediaType == null
                    ? ""
                    : mediaType.substring(mediaType.indexOf('/') + 1).toUpperCase(Locale.ROOT);
        }

        public long kilobytes() {
            return Math.ceilDiv(size, 1024);
        }
    }

    /** One delegation in a list. */
    public record Line(
            UUID id,
            UUID eventId,
            @Nullable Text eventName,
            UUID partnerId,
            Text partnerName,
            @Nullable String countryCode,
            @Nullable String label,
            String state,
            int memberCount,
            int companionCount,
            @Nullable String headName,
            @Nullable Integer headRank,
            int pendingChanges,
            @Nullable Instant submittedAt,
            @Nullable Instant changedAt) {

        /** The service counts companions among the members. */
        public int delegates() {
            return memberCount - companionCount;
        }

        public String tone() {
            return toneOf(state);
        }

        public String name() {
            return label == null || label.isBlank() ? partnerName.here() : partnerName.here() + " · " + label;
        }
    }
}
