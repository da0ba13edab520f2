package vn.hoingo.delegations.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.delegations.partner.PartnerFact.PartnerChanged;
import vn.hoingo.delegations.partner.PartnerFact.PartnerRegistered;
import vn.hoingo.delegations.text.FoldedText;
import vn.hoingo.delegations.text.Text;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;

/**
 * A body that sends delegations: a sister city, a consulate, a corporation, an international organisation. It is registered by
 * the department, and what is known of it changes over the years; it is never deleted.
 */
@Document("partners")
@Announces("delegations.partner")
@CompoundIndex(def = "{'sortName': 1, '_id': 1}")
public class Partner extends Aggregate<PartnerId> {

    private @Nullable Particulars particulars;

    @Indexed
    private List<String> search = new ArrayList<>();

    private String sortName = "";

    Partner(PartnerId id) {
        super(id);
    }

    static Partner register(PartnerId id, Particulars particulars) {
        Partner partner = new Partner(id);
        partner.know(particulars);
        partner.announce(new PartnerRegistered(
                id.value(),
                words(particulars),
                particulars.kind().code(),
                particulars.countryCode(),
                particulars.language(),
                particulars.relation()));
        return partner;
    }

    void change(Particulars known) {
        if (known.equals(particulars)) {
            return;
        }
        know(known);
        announce(new PartnerChanged(
                id().value(),
                words(known),
                known.kind().code(),
                known.countryCode(),
                known.language(),
                known.relation()));
    }

    private void know(Particulars known) {
        particulars = known;
        List<String> texts = new ArrayList<>(known.aliases());
        texts.add(known.name().vi());
        texts.add(known.name().en());
        texts.add(known.countryName().vi());
        texts.add(known.countryName().en());
        search = new ArrayList<>(FoldedText.words(texts.toArray(String[]::new)));
        sortName = String.join(" ", FoldedText.inOrder(known.name().en()));
    }

    private static PartnerFact.Text words(Particulars known) {
        return new PartnerFact.Text(known.name().vi(), known.name().en());
    }

    public Particulars particulars() {
        if (particulars == null) {
            throw new IllegalStateException("partner " + id().value() + " was never registered");
        }
        return particulars;
    }

    public Text name() {
        return particulars().name();
    }

    boolean isSeenBy(@Nullable UUID partner) {
        return partner == null || id().value().equals(partner);
    }
}
