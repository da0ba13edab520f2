package vn.hoingo.delegations.partner;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.hoingo.delegations.text.Text;

/** Busan, a sister city; its focal point is invented. */
public final class APartner {

    public static final PartnerId BUSAN = new PartnerId(UUID.fromString("0192f000-0000-7000-8000-0000000000b1"));
    public static final PartnerId LYON = new PartnerId(UUID.fromString("0192f000-0000-7000-8000-0000000000b2"));

    private APartner() {}

    static Particulars busan() {
        return new Particulars(
                new Text("Thành phố Busan", "Busan"),
                List.of("Pusan", "부산"),
                PartnerKind.LOCALITY,
                "KR",
                new Text("Hàn Quốc", "Republic of Korea"),
                "sister",
                LocalDate.parse("1995-11-03"),
                "en",
                "Invented Person",
                "focal@busan.example",
                null);
    }

    public static Partner registered() {
        return Partner.register(BUSAN, busan());
    }
}
