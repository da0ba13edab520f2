package vn.hoingo.invitations.answer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.invitations.activity.KnownActivity;
import vn.hoingo.invitations.activity.KnownEvents;
import vn.hoingo.invitations.activity.Programme;
import vn.hoingo.invitations.guest.GuestLinks;
import vn.hoingo.invitations.guest.Guests;
import vn.hoingo.invitations.guest.HomeZones;
import vn.hoingo.invitations.guest.LinkRefused;
import vn.hoingo.invitations.guest.LinkRefused.Why;
import vn.hoingo.invitations.invitation.Invitation;
import vn.hoingo.invitations.invitation.InvitationId;
import vn.hoingo.invitations.invitation.Invitations;
import vn.hoingo.invitations.partner.KnownPartner;
import vn.hoingo.invitations.partner.KnownPartners;
import vn.hoingo.invitations.waitlist.WaitlistDesk;
import vn.hoingo.invitations.waitlist.WaitlistEntry;

/** What stands behind a guest's link: opening it changes nothing. */
@Component
class AnswerPage {

    private static final String PURPOSE = "answer-page";

    private final GuestLinks links;
    private final Invitations invitations;
    private final Programme programme;
    private final KnownEvents events;
    private final KnownPartners partners;
    private final Guests guests;
    private final WaitlistDesk waitlist;
    private final Clock clock;

    AnswerPage(
            GuestLinks links,
            Invitations invitations,
            Programme programme,
            KnownEvents events,
            KnownPartners partners,
            Guests guests,
            WaitlistDesk waitlist,
            Clock clock) {
        this.links = links;
        this.invitations = invitations;
        this.programme = programme;
        this.events = events;
        this.partners = partners;
        this.guests = guests;
        this.waitlist = waitlist;
        this.clock = clock;
    }

    /** The invitation that a link opens, or why it does not. */
    Invitation open(String token) {
        GuestLinks.Claim claim = links.open(token);
        Invitation invitation = invitations
                .findById(new InvitationId(claim.invitation()))
                .orElseThrow(() -> new LinkRefused(Why.LINK_UNKNOWN));
        if (!invitation.isLive()) {
            throw new LinkRefused(Why.INVITATION_REVOKED);
        }
        if (claim.generation() != invitation.link()) {
            throw new LinkRefused(claim.generation() < invitation.link() ? Why.LINK_REPLACED : Why.LINK_UNKNOWN);
        }
        return invitation;
    }

    AnswerView show(Invitation invitation, @Nullable String outcome) {
        KnownActivity activity = programme.get(invitation.activity());
        Guests.Guest guest = guests.get(invitation.guest(), PURPOSE);
        Instant now = clock.instant();
        Instant begins = activity.window().startsAt();
        List<Invitation.Answer> answers = invitation.answers();
        Optional<KnownPartner> partner = Optional.ofNullable(guest.partner()).flatMap(partners::find);
        return new AnswerView(
                invitation.id().value(),
                new AnswerView.GuestName(guest.addressed(), guest.function()),
                events.find(invitation.event())
                        .map(event -> new AnswerView.Named(event.name()))
                        .orElse(null),
                new AnswerView.Occasion(
                        activity.name(),
                        activity.kind(),
                        activity.place(),
                        activity.window(),
                        begins,
                        activity.window().endsAt()),
                partner.flatMap(known -> HomeZones.of(known.countryCode()))
                        .filter(zone -> !zone.getRules()
                                .getOffset(begins)
                                .equals(activity.window().zone().getRules().getOffset(begins)))
                        .map(zone ->
                                new AnswerView.Elsewhere(begins.atZone(zone).toLocalDateTime(), zone))
                        .orElse(null),
                invitation.seats(),
                invitation.answerBy(),
                begins,
                invitation.status().code(),
                answers.isEmpty() ? null : answers.getLast().said().code(),
                answers.isEmpty() ? null : answers.getLast().at(),
                invitation.isWaitlisted(),
                invitation.isWaitlisted()
                        ? waitlist.offerTo(invitation.id().value())
                                .map(WaitlistEntry::lapsesAt)
                                .orElse(null)
                        : null,
                invitation.isToReconfirm(),
                !now.isBefore(invitation.answerBy()),
                now.isBefore(begins),
                substituteName(invitation),
                outcome,
                partner.map(KnownPartner::language).orElse(guest.language()),
                invitation.revision());
    }

    private AnswerView.@Nullable SubstituteName substituteName(Invitation invitation) {
        return invitation.substitute() == null
                ? null
                : guests.find(invitation.substitute(), PURPOSE)
                        .map(person -> new AnswerView.SubstituteName(person.name()))
                        .orElse(null);
    }
}
