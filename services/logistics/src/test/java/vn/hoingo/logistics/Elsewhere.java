package vn.hoingo.logistics;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import vn.hoingo.messaging.Ids;
import vn.hoingo.messaging.test.OtherServices;

/** The other services, as far as logistics hears them: what they announce, in the shape of their contracts. */
public class Elsewhere {

    private final OtherServices others;

    Elsewhere() throws InterruptedException, ExecutionException {
        others = new OtherServices("delegations.delegation", "delegations.partner", "events.event", "events.activity");
    }

    /** The next fact of that aggregate. */
    public void announce(UUID source, String type, String payload) {
        others.announce(source, type, payload);
    }

    private void again(UUID source, long sequence, String type, String payload) {
        others.announce(source, sequence, type, type, payload);
    }

    /** A delegation of a partner to an event, told in facts. */
    public Delegation delegation(String airport, String... languages) {
        return new Delegation(this, airport, List.of(languages));
    }

    /** One delegation with one party of five, a companion among them, until it says otherwise. */
    public static final class Delegation {

        public final UUID id = Ids.fresh();
        public final UUID event;
        public final UUID partner = Ids.fresh();
        public final UUID party = Ids.fresh();
        private final Elsewhere elsewhere;
        private final String airport;
        private final List<String> languages;
        private int version = 1;

        private Delegation(Elsewhere elsewhere, String airport, List<String> languages) {
            this(elsewhere, airport, languages, Ids.fresh());
        }

        private Delegation(Elsewhere elsewhere, String airport, List<String> languages, UUID event) {
            this.elsewhere = elsewhere;
            this.airport = airport;
            this.languages = languages;
            this.event = event;
        }

        public Delegation to(UUID anEvent) {
            return new Delegation(elsewhere, airport, languages, anEvent);
        }

        public Delegation of(String partnerName) {
            elsewhere.announce(
                    partner, "delegations.partner-registered.v1", """
                    {"partnerId": "%s", "name": {"vi": "%s", "en": "%s"}, "kind": "locality", "countryCode": "KR", "language": "en"}
                    """.formatted(partner, partnerName, partnerName));
            return this;
        }

        public Delegation approved(String lands) {
            say("delegation-approved", whole(lands, ""));
            return this;
        }

        public Delegation approvedAs(long sequence, String lands) {
            elsewhere.again(id, sequence, "delegations.delegation-approved.v1", whole(lands, ""));
            return this;
        }

        public Delegation amended(String lands) {
            say("delegation-amended", whole(lands, ", \"changes\": [\"travel-changed\"]"));
            return this;
        }

        public Delegation withdrawn() {
            say("delegation-withdrawn", gone());
            return this;
        }

        public Delegation withdrawnAs(long sequence) {
            elsewhere.again(id, sequence, "delegations.delegation-withdrawn.v1", gone());
            return this;
        }

        public Delegation revoked() {
            say("delegation-revoked", gone());
            return this;
        }

        public Delegation headReplaced(int newRank) {
            say("head-of-delegation-replaced", """
                    {"delegationId": "%s", "eventId": "%s", "partnerId": "%s", "oldHeadId": "%s", "newHeadId": "%s", "oldRank": 5, "newRank": %d, "version": %d}
                    """.formatted(
                            id, event, partner, Ids.fresh(), Ids.fresh(), newRank, ++version));
            return this;
        }

        private void say(String fact, String payload) {
            elsewhere.announce(id, "delegations." + fact + ".v1", payload);
        }

        private String gone() {
            return """
                    {"delegationId": "%s", "eventId": "%s", "partnerId": "%s", "version": %d}
                    """.formatted(id, event, partner, version);
        }

        private String whole(String lands, String more) {
            List<String> members = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                members.add('"' + Ids.from("member", id, i).toString() + '"');
            }
            return """
                    {"delegationId": "%s", "eventId": "%s", "partnerId": "%s", "version": %d, "memberIds": %s, "headId": %s, "headRank": 5,
                     "languages": %s, "needs": {}, "parties": [{"partyId": "%s", "memberIds": %s, "heads": true, "companions": 1, "luggage": 6,
                     "flight": {"number": "VN0409", "origin": "ICN", "airport": "%s", "terminal": "T2", "departs": "2026-09-01T10:15:00",
                     "departsZone": "Asia/Seoul", "arrives": "%s", "arrivesZone": "Asia/Ho_Chi_Minh"}}]%s}
                    """.formatted(
                            id,
                            event,
                            partner,
                            ++version,
                            members,
                            members.getFirst(),
                            languages.stream().map(code -> '"' + code + '"').toList(),
                            party,
                            members,
                            airport,
                            lands,
                            more);
        }
    }
}
