package vn.hoingo.delegations.member;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoingo.delegations.member.AMember.head;
import static vn.hoingo.delegations.member.AMember.id;
import static vn.hoingo.delegations.member.AMember.named;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoingo.delegations.member.Gap.Reason;

class CompositionTests {

    private static final int EIGHT = 8;

    @Test
    void aHeadAndADelegateWithALanguageCanBeSent() {
        assertThat(of(head("SEO JI-WON"), named("YOON HA-EUN")).gaps(EIGHT)).isEmpty();
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        Composition empty = of(
                named("YOON HA-EUN").whoIs(" ").ranked(null),
                named("PARK DO-YUN").as(MemberKind.COMPANION));

        assertThat(empty.gaps(1))
                .extracting(gap -> gap.reason() + " " + gap.pointer())
                .containsExactlyInAnyOrder(
                        "NO_HEAD /members",
                        "OVER_QUOTA /members",
                        "FUNCTION_MISSING /members/0/function",
                        "RANK_MISSING /members/0/rank",
                        "COMPANION_WITHOUT_MEMBER /members/1/companionOf",
                        "LANGUAGE_MISSING /languages");
    }

    @Test
    void aDraftMayHaveGaps() {
        assertThat(of(named("YOON HA-EUN").whoIs(null).ranked(null)).contradictions())
                .isEmpty();
    }

    @Test
    void asManyAsTheQuotaMayComeAndNotOneMore() {
        Composition two = of(head("SEO JI-WON"), named("YOON HA-EUN"));

        assertThat(two.gaps(2)).isEmpty();
        assertThat(two.gaps(1)).containsExactly(new Gap(Reason.OVER_QUOTA, "/members", List.of(1, 2)));
    }

    @Nested
    class Heads {

        @Test
        void thereAreNotTwo() {
            assertThat(of(head("SEO JI-WON"), head("YOON HA-EUN")).contradictions())
                    .containsExactly(new Gap(Reason.TWO_HEADS, "/members/1/kind", List.of()));
        }

        @Test
        void aHeadIsNoCompanion() {
            assertThat(of(head("SEO JI-WON").with("YOON HA-EUN"), named("YOON HA-EUN"))
                            .contradictions())
                    .containsExactly(new Gap(Reason.HEAD_IS_COMPANION, "/members/0/companionOf", List.of()));
        }
    }

    @Nested
    class Companions {

        @Test
        void hangOnAMember() {
            assertThat(of(head("SEO JI-WON"), named("HAN SO-RA").companionOf("SEO JI-WON"))
                            .gaps(EIGHT))
                    .isEmpty();
        }

        @Test
        void doNotHangOnSomebodyElsesMember() {
            assertThat(of(head("SEO JI-WON"), named("HAN SO-RA").companionOf("NOBODY"))
                            .contradictions())
                    .extracting(Gap::reason)
                    .containsExactly(Reason.COMPANION_OF_NOBODY);
        }

        @Test
        void doNotHangOnEachOther() {
            assertThat(of(
                                    head("SEO JI-WON"),
                                    named("HAN SO-RA").companionOf("SEO JI-WON"),
                                    named("HAN MI-NA").companionOf("HAN SO-RA"))
                            .contradictions())
                    .extracting(Gap::pointer)
                    .containsExactly("/members/2/companionOf");
        }

        @Test
        void leaveWithTheirMember() {
            assertThat(of(head("SEO JI-WON"), named("HAN SO-RA").companionOf("SEO JI-WON"))
                            .withCompanions(id("SEO JI-WON")))
                    .containsExactly(id("SEO JI-WON"), id("HAN SO-RA"));
        }
    }

    @Nested
    class SamePeople {

        @ParameterizedTest
        @CsvSource({"Nguyễn Văn A, NGUYEN VAN A", "NGUYEN VAN A, Van A Nguyen", "ĐỖ THỊ ÉN, Do Thi En"})
        void areFoundInAnyOrderAndWithoutAccents(String one, String other) {
            assertThat(of(head(one), named(other)).contradictions())
                    .containsExactly(new Gap(Reason.SAME_PERSON_TWICE, "/members/1/person/passportName", List.of(1)));
        }

        @Test
        void areTwoWhenTheirBirthDatesSaySo() {
            assertThat(of(
                                    head("NGUYEN VAN A").born("1979"),
                                    named("NGUYEN VAN A").withId("other").born("1981"))
                            .contradictions())
                    .isEmpty();
        }

        @Test
        void areTwoWhenTheirNationalitiesSaySo() {
            assertThat(of(
                                    head("ANNA KIM").from("KR"),
                                    named("ANNA KIM").withId("other").from("US"))
                            .contradictions())
                    .isEmpty();
        }

        @Test
        void areOneWhenTheirPassportsSaySoWhateverTheirNames() {
            assertThat(of(
                                    head("KIM YOUNG-SOO").withPassport("M1"),
                                    named("KIM YEONGSU").withPassport("M1"))
                            .contradictions())
                    .extracting(Gap::reason)
                    .containsExactly(Reason.SAME_PERSON_TWICE);
        }
    }

    @Nested
    class Travel {

        @Test
        void nobodyTravelsTwice() {
            Composition twice = travelling(party(null, "SEO JI-WON"), party(null, "SEO JI-WON"));

            assertThat(twice.contradictions())
                    .containsExactly(new Gap(Reason.MEMBER_IN_TWO_PARTIES, "/parties/1/memberIds/0", List.of()));
        }

        @Test
        void nobodyTravelsWhoIsNotThere() {
            assertThat(travelling(party(null, "NOBODY")).contradictions())
                    .extracting(Gap::reason)
                    .containsExactly(Reason.UNKNOWN_MEMBER);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-09-22T10:15, Asia/Seoul, 2026-09-22T13:35, Asia/Ho_Chi_Minh, true",
            "2026-09-22T23:00, America/Los_Angeles, 2026-09-24T06:10, Asia/Ho_Chi_Minh, true",
            "2026-09-22T10:15, Asia/Seoul, 2026-09-22T08:00, Asia/Ho_Chi_Minh, false",
            "2026-09-22T23:00, America/Los_Angeles, 2026-09-23T10:00, Asia/Ho_Chi_Minh, false"
        })
        void aFlightArrivesAfterItDepartsOnTheClockOfTheWorld(
                String departs, String departsZone, String arrives, String arrivesZone, boolean possible) {
            Flight flight = new Flight(
                    "VN409",
                    "ICN",
                    "SGN",
                    null,
                    LocalDateTime.parse(departs),
                    departsZone,
                    LocalDateTime.parse(arrives),
                    arrivesZone);

            assertThat(travelling(party(flight, "SEO JI-WON")).contradictions().isEmpty())
                    .isEqualTo(possible);
        }

        @Test
        void halfAFlightIsAGapAndNoContradiction() {
            Flight half = new Flight("VN409", "ICN", "SGN", null, null, null, null, null);

            assertThat(travelling(party(half, "SEO JI-WON")).contradictions()).isEmpty();
            assertThat(travelling(party(half, "SEO JI-WON")).gaps(EIGHT))
                    .containsExactly(new Gap(Reason.FLIGHT_INCOMPLETE, "/parties/0/flight", List.of()));
        }
    }

    @Test
    void languagesAreThoseOfTheMembersTheHeadFirstWhenNobodySaid() {
        assertThat(of(named("YOON HA-EUN").speaking("en", "ko"), head("SEO JI-WON"))
                        .spoken())
                .containsExactly("ko", "en");
    }

    @Test
    void needsAreCountedAndNobodyIsNamed() {
        assertThat(of(
                                head("SEO JI-WON").needing(Need.VEGETARIAN_MEAL),
                                named("YOON HA-EUN").needing(Need.VEGETARIAN_MEAL, Need.WHEELCHAIR))
                        .needs())
                .containsOnly(java.util.Map.entry("vegetarian-meal", 2), java.util.Map.entry("wheelchair", 1));
    }

    private static Composition of(AMember... members) {
        return new Composition(Arrays.stream(members).map(AMember::member).toList(), List.of(), List.of());
    }

    private static Composition travelling(Party... parties) {
        return new Composition(List.of(head("SEO JI-WON").member()), List.of(parties), List.of());
    }

    private static Party party(@Nullable Flight flight, String... members) {
        return new Party(
                UUID.randomUUID(), Arrays.stream(members).map(AMember::id).toList(), 2, flight);
    }
}
