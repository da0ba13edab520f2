package vn.hoingo.invitations.letter;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.activity.KnownActivities;
import vn.hoingo.invitations.activity.KnownActivity;
import vn.hoingo.invitations.activity.KnownEvent;
import vn.hoingo.invitations.activity.KnownEvents;
import vn.hoingo.invitations.guest.GuestLinks;
import vn.hoingo.invitations.guest.Guests;
import vn.hoingo.invitations.guest.HomeZones;
import vn.hoingo.invitations.invitation.Invitation;
import vn.hoingo.invitations.invitation.InvitationId;
import vn.hoingo.invitations.invitation.Invitations;
import vn.hoingo.invitations.letter.Letter.Written;
import vn.hoingo.invitations.partner.KnownPartner;
import vn.hoingo.invitations.partner.KnownPartners;
import vn.hoingo.invitations.waitlist.WaitlistDesk;
import vn.hoingo.invitations.waitlist.WaitlistEntry;

/**
 * Writes a letter at the moment when it leaves: with what is true then, and with the names that delegations tells then. A letter
 * that something newer has overtaken is not written.
 */
@Component
class LetterWriter {

    private static final String PURPOSE = "letter";
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cc}<>,;:\"()@\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,190}");

    private final Invitations invitations;
    private final Letters letters;
    private final KnownActivities activities;
    private final KnownEvents events;
    private final KnownPartners partners;
    private final WaitlistDesk waitlist;
    private final Guests guests;
    private final GuestLinks links;
    private final String publicUrl;

    LetterWriter(
            Invitations invitations,
            Letters letters,
            KnownActivities activities,
            KnownEvents events,
            KnownPartners partners,
            WaitlistDesk waitlist,
            Guests guests,
            GuestLinks links,
            @Value("${HOINGO_PUBLIC_URL:http://localhost:8080}") String publicUrl) {
        this.invitations = invitations;
        this.letters = letters;
        this.activities = activities;
        this.events = events;
        this.partners = partners;
        this.waitlist = waitlist;
        this.guests = guests;
        this.links = links;
        this.publicUrl = publicUrl;
    }

    Draft write(Letter letter) {
        return letter.invitation() == null ? toPartner(letter) : toGuest(letter, letter.invitation());
    }

    private Draft toGuest(Letter letter, UUID id) {
        Invitation invitation = invitations.findById(new InvitationId(id)).orElse(null);
        if (invitation == null) {
            return new Draft.Later("invitation-unknown");
        }
        KnownActivity activity = activities.find(invitation.activity()).orElse(null);
        KnownEvent event = events.find(invitation.event()).orElse(null);
        if (activity == null || event == null || activity.revision() < invitation.activityRevision()) {
            return new Draft.Later("activity-not-known-yet");
        }
        Optional<String> overtaken = overtaken(letter, invitation);
        if (overtaken.isPresent()) {
            return new Draft.Superfluous(overtaken.get());
        }
        if (letter.kind() == LetterKind.INVITATION_REVOKED && !letter.isReleased() && event.ended() != null) {
            return new Draft.ForAPerson(
                    "looked-at-first"); // nobody hears of a cancelled event before the wording is approved
        }
        boolean firstWord = letter.kind() == LetterKind.INVITATION_REISSUED && !hasHeardOf(invitation);
        Guests.Guest guest = reader(letter, invitation)
                .flatMap(reader -> guests.find(reader, PURPOSE))
                .orElse(null);
        if (guest == null) {
            return new Draft.ForAPerson("person-unknown");
        }
        Map<String, String> values = aboutGuest(invitation, activity, event, guest, letter.language());
        if (letter.kind() == LetterKind.SUBSTITUTE_EXPECTED) {
            values.put("instead", addressed(invitation.guest()));
        }
        if (letter.kind() == LetterKind.WAITLIST_OFFER) {
            Instant lapses = waitlist.offerTo(id).map(WaitlistEntry::lapsesAt).orElse(null);
            if (lapses == null) {
                return new Draft.Superfluous("offer-over");
            }
            values.put("lapsesAt", Times.at(lapses, activity.window().zone(), letter.language()));
        }
        Wording.Words words = Wording.of(firstWord ? LetterKind.INVITATION : letter.kind(), letter.language(), values);
        return addressed(words, guest.email(), guest.addressed())
                .or(() -> throughFocalPoint(words, invitation))
                .orElseGet(() -> new Draft.ForAPerson("no-address"));
    }

    private static Optional<UUID> reader(Letter letter, Invitation invitation) {
        return letter.kind() == LetterKind.SUBSTITUTE_EXPECTED
                ? Optional.ofNullable(letter.person())
                : Optional.of(invitation.guest());
    }

    /** Why this letter must not leave any more; empty when it may. */
    private Optional<String> overtaken(Letter letter, Invitation invitation) {
        return switch (letter.kind()) {
            case INVITATION, INVITATION_REISSUED ->
                !invitation.isLive()
                        ? Optional.of("invitation-revoked")
                        : letter.revision() < invitation.revision() ? Optional.of("superseded") : Optional.empty();
            case INVITATION_REVOKED, EVENT_CANCELLED ->
                invitation.isLive()
                        ? Optional.of("invited-again")
                        : hasHeardOf(invitation) ? Optional.empty() : Optional.of("never-invited");
            case ACCEPTANCE_CONFIRMED ->
                invitation.status() == Invitation.Status.ACCEPTED
                                && !invitation.isToReconfirm()
                                && letter.revision()
                                        == invitation.answers().getLast().number()
                        ? Optional.empty()
                        : Optional.of("superseded");
            case SUBSTITUTE_EXPECTED ->
                invitation.status() == Invitation.Status.SUBSTITUTE_ACCEPTED
                                && Objects.equals(invitation.substitute(), letter.person())
                        ? Optional.empty()
                        : Optional.of("superseded");
            case WAITLISTED -> invitation.isWaitlisted() ? Optional.empty() : Optional.of("superseded");
            case WAITLIST_OFFER ->
                invitation.isWaitlisted() && invitation.isLive() ? Optional.empty() : Optional.of("offer-over");
            case SUBSTITUTE_ACCEPTED, SUBSTITUTE_REFUSED ->
                invitation.isLive() ? Optional.empty() : Optional.of("invitation-revoked");
            case DELEGATION_SUBMITTED,
                    DELEGATION_APPROVED,
                    CHANGES_REQUESTED,
                    DELEGATION_REJECTED,
                    DELEGATION_WITHDRAWN,
                    DELEGATION_REVOKED,
                    HEAD_REPLACED,
                    DELEGATION_RESCHEDULED,
                    REGISTRATION_OPENED -> Optional.empty();
        };
    }

    private boolean hasHeardOf(Invitation invitation) {
        return letters.findByInvitationAndStatus(invitation.id().value(), Letter.Status.SENT).stream()
                .anyMatch(
                        sent -> sent.kind() == LetterKind.INVITATION || sent.kind() == LetterKind.INVITATION_REISSUED);
    }

    private Map<String, String> aboutGuest(
            Invitation invitation, KnownActivity activity, KnownEvent event, Guests.Guest guest, String language) {
        Map<String, String> values = new HashMap<>();
        values.put("guest", guest.addressed());
        put(values, "function", guest.function());
        values.put("event", event.name().in(language));
        values.put("activity", activity.name().in(language));
        values.put("when", Times.span(activity.window(), language));
        put(values, "place", activity.place());
        values.put("answerBy", Times.at(invitation.answerBy(), activity.window().zone(), language));
        if (invitation.seats() > 1) {
            values.put("seats", Integer.toString(invitation.seats()));
        }
        if (invitation.isToReconfirm()) {
            values.put("reconfirm", "");
        }
        Instant begins = activity.window().startsAt();
        Optional.ofNullable(invitation.partner())
                .flatMap(partners::find)
                .map(KnownPartner::countryCode)
                .flatMap(HomeZones::of)
                .filter(zone -> !zone.getRules()
                        .getOffset(begins)
                        .equals(activity.window().zone().getRules().getOffset(begins)))
                .ifPresent(zone -> values.put("whenAtHome", Times.at(begins, zone, language)));
        if (invitation.isLive()) {
            values.put(
                    "link",
                    links.url(
                            invitation.id().value(),
                            invitation.link(),
                            activity.window().endsAt()));
        }
        UUID substitute = invitation.substitute();
        if (substitute != null) {
            values.put(
                    "substitute",
                    guests.find(substitute, PURPOSE).map(Guests.Guest::name).orElse(""));
        }
        return values;
    }

    private String addressed(UUID person) {
        return guests.find(person, PURPOSE).map(Guests.Guest::addressed).orElse("");
    }

    private Optional<Draft> throughFocalPoint(Wording.Words words, Invitation invitation) {
        if (invitation.partner() == null) {
            return Optional.empty();
        }
        Guests.Addressee reader = addressee(invitation.partner(), invitation.delegation());
        return addressed(words, reader.contactEmail(), reader.contactName());
    }

    private Guests.Addressee addressee(UUID partner, @Nullable UUID delegation) {
        return delegation == null ? guests.addressee(partner, PURPOSE) : guests.addressee(partner, delegation, PURPOSE);
    }

    private Draft toPartner(Letter letter) {
        UUID partner = Objects.requireNonNull(letter.partner());
        KnownEvent event =
                letter.event() == null ? null : events.find(letter.event()).orElse(null);
        boolean moved = letter.kind() == LetterKind.DELEGATION_RESCHEDULED;
        if (event == null || moved && event.revision() < letter.revision()) {
            return new Draft.Later("event-not-known-yet");
        }
        if (moved && (event.revision() > letter.revision() || event.ended() != null)) {
            return new Draft.Superfluous("superseded");
        }
        Guests.Addressee reader = addressee(partner, letter.delegation());
        Map<String, String> values = new HashMap<>();
        values.put("partner", reader.name());
        put(values, "contact", reader.contactName());
        values.put("event", event.name().in(letter.language()));
        values.put("when", Times.span(event.window(), letter.language()));
        put(values, "venue", event.venue());
        values.put(
                "link", publicUrl + (letter.delegation() == null ? "/register" : "/register/" + letter.delegation()));
        if (letter.kind() == LetterKind.HEAD_REPLACED) {
            values.put("head", addressed(Objects.requireNonNull(letter.person())));
        }
        Wording.Words words = Wording.of(letter.kind(), letter.language(), values);
        return addressed(
                        words,
                        reader.contactEmail(),
                        reader.contactName() == null ? reader.name() : reader.contactName())
                .orElseGet(() -> new Draft.ForAPerson("no-address"));
    }

    /** Addresses come from fields that others filled in: what could break a header is not written into one. */
    private static Optional<Draft> addressed(Wording.Words words, @Nullable String email, @Nullable String name) {
        if (email == null || email.isBlank()) {
            return Optional.empty();
        }
        try {
            if (!ADDRESS.matcher(email).matches()) {
                return Optional.of(new Draft.ForAPerson("bad-address"));
            }
            String clean =
                    name == null ? null : name.replaceAll("\\p{Cc}+", " ").strip();
            InternetAddress to = new InternetAddress(email, clean, "UTF-8");
            to.validate();
            return Optional.of(new Draft.Ready(new Written(to.toUnicodeString(), words.subject(), words.text())));
        } catch (AddressException | UnsupportedEncodingException wrong) {
            return Optional.of(new Draft.ForAPerson("bad-address"));
        }
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value);
        }
    }
}
