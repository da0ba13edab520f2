package vn.hoingo.delegations.accreditation;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.badge.Badge;
import vn.hoingo.delegations.badge.BadgeSeal;
import vn.hoingo.delegations.badge.BadgeSheet;
import vn.hoingo.delegations.event.EventId;
import vn.hoingo.delegations.event.KnownEvent;
import vn.hoingo.delegations.event.KnownEvents;
import vn.hoingo.delegations.partner.Partner;
import vn.hoingo.delegations.person.Particulars;
import vn.hoingo.delegations.text.Text;

/** Prints the badges that are good. */
@Component
class BadgePrinter {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final AccreditationDesk desk;
    private final KnownEvents events;
    private final BadgeSeal seal;
    private final MessageSource words;

    BadgePrinter(AccreditationDesk desk, KnownEvents events, BadgeSeal seal, MessageSource words) {
        this.desk = desk;
        this.events = events;
        this.seal = seal;
        this.words = words;
    }

    byte[] print(List<Accreditation> good) {
        AccreditationDesk.Bearers bearers = desk.bearers(good);
        try (BadgeSheet sheet = new BadgeSheet()) {
            good.forEach(each -> sheet.add(face(each, bearers)));
            return sheet.pdf();
        }
    }

    private BadgeSheet.Face face(Accreditation each, AccreditationDesk.Bearers bearers) {
        Particulars person = bearers.person(each);
        Partner partner = bearers.partner(each);
        Text event =
                events.find(new EventId(each.event())).map(KnownEvent::name).orElse(new Text("Hội Ngộ", "Hội Ngộ"));
        return new BadgeSheet.Face(
                event,
                person == null ? "" : person.shownName(),
                person == null ? "" : person.passportName(),
                both("badge.kind." + each.kind().code()),
                partner == null ? new Text("", "") : partner.name(),
                each.zones().stream()
                        .map(zone -> both("badge.zone." + zone.code()))
                        .toList(),
                each.number(),
                seal.seal(new Badge(each.event(), each.number(), each.issue())));
    }

    private Text both(String key) {
        return new Text(words.getMessage(key, null, VIETNAMESE), words.getMessage(key, null, Locale.ENGLISH));
    }
}
