package vn.hoingo.delegations.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.delegations.partner.APartner.BUSAN;
import static vn.hoingo.messaging.AggregateScenario.given;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoingo.delegations.partner.PartnerFact.PartnerChanged;
import vn.hoingo.delegations.partner.PartnerFact.PartnerRegistered;
import vn.hoingo.delegations.partner.PartnerFact.Text;

class PartnerTests {

    @Test
    void aPartnerIsAnnouncedWithoutItsFocalPoint() {
        assertThat(APartner.registered().announced())
                .isEqualTo(List.of(new PartnerRegistered(
                        BUSAN.value(), new Text("Thành phố Busan", "Busan"), "locality", "KR", "en", "sister")));
    }

    @Test
    void whatChangesIsAnnouncedAsItIsNow() {
        Particulars known = APartner.busan();
        Particulars renamed = new Particulars(
                new vn.hoingo.delegations.text.Text("Busan", "Busan Metropolitan City"),
                known.aliases(),
                known.kind(),
                known.countryCode(),
                known.countryName(),
                known.relation(),
                known.relationSince(),
                "vi",
                known.contactName(),
                known.contactEmail(),
                known.note());

        given(APartner.registered())
                .when(partner -> partner.change(renamed))
                .thenAnnounces(new PartnerChanged(
                        BUSAN.value(), new Text("Busan", "Busan Metropolitan City"), "locality", "KR", "vi", "sister"));
    }

    @Test
    void nothingNewIsNotAnnounced() {
        given(APartner.registered())
                .when(partner -> partner.change(APartner.busan()))
                .thenAnnouncesNothing();
    }
}
