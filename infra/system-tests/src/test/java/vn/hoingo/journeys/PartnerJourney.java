package vn.hoingo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * The story of a registration as its people live it, each in a real browser: an edition is repeated, a partner's focal point registers,
 * an officer asks for a change and approves, cars and letters follow, a consul general answers, and a watcher sees all of it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PartnerJourney {

    private static final Pattern ONE_TIME_LINK = Pattern.compile("https?://\\S+/identity/link\\?token=\\S+");
    private static final Pattern ANSWER_LINK = Pattern.compile("https?://\\S+/rsvp/\\S+");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final String MARK = UUID.randomUUID().toString().substring(0, 6);
    private static final String EVENT = "Dialogue of Partners " + MARK;
    private static final String EDITION = "P" + MARK;
    private static final String PARTNER = "Haven " + MARK;
    private static final String FOCAL_POINT = "focal-" + MARK + "@haven.example";
    private static final String CONSUL = "consul-" + MARK + "@consulate.example";
    private static final String DEPUTY_CONSUL = "deputy-" + MARK + "@consulate.example";
    private static final LocalDate DAY_0 = LocalDate.now(ZoneOffset.UTC).plusDays(330);

    private static @Nullable Chromium chromium;
    private static String event = "";
    private static String delegation = "";

    private final RunningSystem system = RunningSystem.get();
    private final Api api = Api.of(system);

    @BeforeAll
    static void aBrowser() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void endTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @Order(1)
    void anOrganiserRepeatsTheFriendshipDialogueOf2024AndOpensRegistration() {
        try (Person organiser = person("en-GB").signedInAs("organiser")) {
            organiser
                    .opens("/events?q=Friendship+Dialogue+2024")
                    .follows("Friendship Dialogue 2024")
                    .follows("Next edition")
                    .presses("Create the draft")
                    .sees("Edition: Must not be empty.")
                    .types("day0", DAY_0.toString())
                    .types("edition", EDITION)
                    .types("name.vi", "Đối thoại đối tác " + MARK)
                    .types("name.en", "Dialogue of Partners " + MARK)
                    .types("venue", "Dinh Thống Nhất")
                    .presses("Create the draft")
                    .sees("The new edition is made", "Plenary", "Welcome dinner");
            event = id(organiser.address());

            organiser
                    .presses("Start preparation")
                    .sees("Preparation has begun.")
                    .types("membersPerDelegation", "5")
                    .presses("Open registration")
                    .sees("Registration is open until", "Up to 5 members each");
        }
    }

    @Test
    @Order(2)
    void anEventBeginsFromATemplateWithItsProgramme() {
        try (Person organiser = person("vi-VN").signedInAs("organiser")) {
            organiser
                    .opens("/events/new")
                    .ticks("Hội nghị chuyên đề")
                    .types("day0", DAY_0.plusDays(30).toString())
                    .types("edition", "T" + MARK)
                    .presses("Tạo bản nháp")
                    .sees("Hội nghị chuyên đề T" + MARK, "Phiên chính", "bản nháp");
        }
    }

    @Test
    @Order(3)
    void aFocalPointComesByTheMailedLinkAndIsToldFieldByFieldWhatToMend() {
        goesOnOnlyAfter(event);
        String partner = newPartner();
        try (Person organiser = person("en-GB").signedInAs("organiser")) {
            organiser
                    .opens("/partners/" + partner)
                    .types("name", "Seo Ha-neul (invented)")
                    .types("email", FOCAL_POINT)
                    .chooses("event", EVENT)
                    .presses("Send the link")
                    .sees("The link is on its way.");
        }
        try (Person focalPoint = person("en-GB").comesBy(link(ONE_TIME_LINK, FOCAL_POINT))) {
            focalPoint
                    .inPanel(EVENT, "Register a delegation")
                    .sees(PARTNER + " at " + EVENT)
                    .types("contact.name", "Seo Ha-neul")
                    .types("contact.email", "nonsense")
                    .presses("Save and go on")
                    .sees("E-mail: This is not an e-mail address.");
            assertThat(focalPoint.typed("contact.name")).isEqualTo("Seo Ha-neul");
            assertThat(focalPoint.typed("contact.email")).isEqualTo("nonsense");
            delegation = id(focalPoint.address());

            focalPoint
                    .types("contact.email", FOCAL_POINT)
                    .ticks("Korean")
                    .presses("Save and go on")
                    .sees("Begin with the head of your delegation.");
            names(focalPoint, "강민호", "Mayor", "Governor/mayor", "Head");
            focalPoint
                    .types("person.birthDate", "31/02/1979")
                    .presses("Add and enter the next")
                    .sees("February 1979 has 28 days.")
                    .types("person.birthDate", "14/02/1979")
                    .presses("Add and enter the next")
                    .sees("Please write it in Latin letters as in the passport");
            assertThat(focalPoint.typed("function")).isEqualTo("Mayor");

            focalPoint
                    .types("person.passportName", "KANG " + letters())
                    .types("person.nationality", "kr")
                    .presses("Add and enter the next")
                    .sees("Added. The next one?", "1 of up to 5");
            names(focalPoint, "PARK " + letters(), "Vice mayor", "Vice-mayor", "Head");
            focalPoint
                    .presses("Add and enter the next")
                    .sees("The delegation has another head already.")
                    .chooses("kind", "Deputy head")
                    .presses("Add and enter the next")
                    .sees("2 of up to 5");
            names(focalPoint, "LEE " + letters(), "", "Please choose", "Companion");
            focalPoint.chooses("companionOf", "KANG").presses("Save and go on").sees("Who arrives together");
        }
    }

    /** A flight has the clocks of two places; then needs, and the form is left where it is. */
    @Test
    @Order(4)
    void travelAndNeedsAreSavedAndLeft() {
        goesOnOnlyAfter(delegation);
        try (Person focalPoint = comesBack("en-GB")) {
            focalPoint
                    .follows("3 Travel")
                    .ticks("KANG")
                    .ticks("PARK")
                    .ticks("LEE")
                    .types("flight.number", "KE 0683")
                    .types("flight.origin", "pus")
                    .types("flight.departs", DAY_0.minusDays(1) + "T18:35")
                    .types("flight.departsZone", "Korea/Busan")
                    .types("flight.arrives", DAY_0.minusDays(2) + "T21:35")
                    .types("luggage", "4")
                    .presses("Save and go on")
                    .sees("There is no time zone “Korea/Busan”.")
                    .types("flight.departsZone", "Asia/Seoul")
                    .presses("Save and go on")
                    .sees("The flight arrives before it departs.")
                    .types("flight.arrives", DAY_0.minusDays(1) + "T21:35")
                    .presses("Save and go on")
                    .sees("What does each person need?")
                    .unfolds("KANG")
                    .ticks("Vegetarian meal")
                    .presses("Save and come back later")
                    .sees("Saved. You can come back at any time.");
        }
    }

    @Test
    @Order(5)
    void inAnotherSessionAndLanguageEverythingIsThereAndIsSent() {
        goesOnOnlyAfter(delegation);
        try (Person focalPoint = comesBack("vi-VN")) {
            focalPoint
                    .sees("KE 0683", "ăn chay", "Xem lại và gửi")
                    .hands("letter.pdf", "no document at all")
                    .presses("Tải lên")
                    .sees("Kiểu nội dung này không được nhận ở đây.")
                    .hands("letter.pdf", "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
                    .presses("Tải lên")
                    .sees("Đã nhận công hàm hoặc thư giới thiệu.")
                    .presses("Gửi đăng ký")
                    .sees("Đã gửi. Cảm ơn bạn");
        }
    }

    @Test
    @Order(6)
    void theOfficerAsksForAChangeOnOneMemberAndThePartnerMakesIt() {
        goesOnOnlyAfter(delegation);
        try (Person officer = person("en-GB").signedInAs("delegation-officer")) {
            officer.opens("/delegations?q=" + MARK)
                    .sees(PARTNER, EVENT, "2 members, 1 companion")
                    .presses("Take up the review")
                    .unfolds("Ask for changes")
                    .presses("Send the request")
                    .sees("Please say what is needed.");
            officer.ticksMember("PARK")
                    .types("note", "Please write his function as in the letter of credentials.")
                    .presses("Send the request")
                    .sees("The request is sent.");
        }
        letter(FOCAL_POINT, "Your registration needs a small change");
        try (Person focalPoint = comesBack("en-GB")) {
            focalPoint
                    .sees("Please write his function as in the letter of credentials.", "We asked for a change here.")
                    .inRow("PARK", "Edit")
                    .types("function", "Vice mayor for economic affairs")
                    .presses("Save")
                    .sees("Vice mayor for economic affairs")
                    .follows("5 Check and send")
                    .presses("Send the registration")
                    .sees("Sent. Thank you");
        }
    }

    @Test
    @Order(7)
    void theApprovalIsSeenOnTheLiveStreamWithoutTurningThePage() {
        goesOnOnlyAfter(delegation);
        try (Person watcher = person("en-GB").signedInAs("operations-watcher");
                Person officer = person("en-GB").signedInAs("delegation-officer")) {
            watcher.opens("/operations?event=" + event)
                    .sees("#live", Pattern.compile("live"))
                    .marksThePage();

            officer.opens("/delegations/" + delegation)
                    .presses("Approve")
                    .sees("Approved. Arrival, invitations and the letter follow by themselves.");

            watcher.sees("#stream li", Pattern.compile(PARTNER + ".*approved|approved.*" + PARTNER))
                    .sees("#stream li", Pattern.compile("Arrival of " + PARTNER + " is planned"))
                    .sees("#stream li", Pattern.compile("An interpreter \\(Korean\\) goes with " + PARTNER));
            assertThat(watcher.hasNotTurnedThePage()).isTrue();
        }
    }

    @Test
    @Order(8)
    void byThemselvesAPlanACarAnInterpreterAndTheLetterAreThere() {
        goesOnOnlyAfter(delegation);
        JsonNode arrivals = api.await("/api/logistics/arrivals?event=" + event, page -> {
            JsonNode items = page.get("items");
            return items.size() == 1
                    && items.get(0).hasNonNull("vehicle")
                    && items.get(0).hasNonNull("interpreter");
        });
        String car = arrivals.get("items").get(0).get("vehicle").get("label").asString();
        assertThat(letter(FOCAL_POINT, "Delegation approved: " + EVENT))
                .contains("Place: Dinh Thống Nhất", "/register/" + delegation);
        try (Person dispatcher = person("en-GB").signedInAs("dispatcher")) {
            dispatcher.opens("/arrivals?event=" + event).sees("KE 0683", PARTNER, car, "Korean", "Plenary", "on time");
        }
    }

    @Test
    @Order(9)
    void aConsulGeneralAnswersTheSignedLinkOnAPhoneWithoutAnAccount() {
        goesOnOnlyAfter(event);
        invite("CLAIRE " + letters(), "Consul General", CONSUL, "Plenary");
        try (Person consul = phone("fr-FR").opens(link(ANSWER_LINK, CONSUL))) {
            consul.sees("CLAIRE", "Plenary", "Opening it changes nothing.")
                    .presses("I accept")
                    .sees("You accepted. We look forward to seeing you.")
                    .presses("I must decline")
                    .sees("You declined. Thank you for telling us.");
        }
    }

    @Test
    @Order(10)
    void aGuestSendsASubstituteAndTheOrganiserAgrees() {
        goesOnOnlyAfter(event);
        String invitation = invite("PIERRE " + letters(), "Deputy Consul General", DEPUTY_CONSUL, "Welcome dinner");
        try (Person guest = phone("en-GB").opens(link(ANSWER_LINK, DEPUTY_CONSUL))) {
            guest.follows("I send a substitute")
                    .types("name", "JEAN " + letters())
                    .presses("Send the name")
                    .sees("Function: Must not be empty.");
            assertThat(guest.typed("name")).startsWith("JEAN");
            guest.types("function", "Attaché")
                    .types("contact", "jean-" + MARK + "@consulate.example")
                    .presses("Send the name")
                    .sees("You send a substitute.");
        }
        try (Person organiser = person("en-GB").signedInAs("organiser")) {
            organiser
                    .opens("/invitations/" + invitation)
                    .sees("A substitute is proposed", "JEAN")
                    .presses("Agree")
                    .sees("substitute comes");
        }
    }

    @Test
    @Order(11)
    void aWrongLinkAndAnotherPartnersDelegationAreRefusedInPlainWords() {
        goesOnOnlyAfter(delegation);
        try (Person stranger = phone("en-GB").opens("/rsvp/not-a-link")) {
            stranger.sees("This link is not known");
        }
        try (Person focalPoint = comesBack("en-GB")) {
            focalPoint.opens("/register/" + UUID.randomUUID()).sees("This page is not here");
            focalPoint.opens("/partners").sees("This page is not for your role");
        }
    }

    @Test
    @Order(12)
    void theWatcherFiltersByEventAndOpensTheTimelineOfTheDelegation() {
        goesOnOnlyAfter(delegation);
        try (Person watcher = person("en-GB").signedInAs("operations-watcher")) {
            watcher.opens("/operations?event=" + event + "&delegation=" + delegation)
                    .sees("#stream li", Pattern.compile(PARTNER))
                    .touches("Arrival of " + PARTNER + " is planned")
                    .sees("#caused", Pattern.compile("timeline of the delegation"))
                    .follows("timeline of the delegation")
                    .sees("Everything around " + PARTNER, "approved", "Arrival of " + PARTNER + " is planned");
        }
    }

    /** What an earlier step did not bring about, a later one cannot go on with. */
    private static void goesOnOnlyAfter(String what) {
        Assumptions.assumeFalse(what.isEmpty(), "an earlier step failed");
    }

    private Person person(String language) {
        return Person.at(Objects.requireNonNull(chromium).browser(), system, language);
    }

    private Person phone(String language) {
        return Person.onAPhone(Objects.requireNonNull(chromium).browser(), system, language);
    }

    /** By a new link, asked for at the sign-in, to where the registration was left. */
    private Person comesBack(String language) {
        long before = count(FOCAL_POINT, ONE_TIME_LINK);
        Person focalPoint = person(language).asksForALink(FOCAL_POINT);
        Awaitility.await("a new link")
                .atMost(Duration.ofSeconds(60))
                .until(() -> count(FOCAL_POINT, ONE_TIME_LINK) > before);
        return focalPoint.comesBy(link(ONE_TIME_LINK, FOCAL_POINT)).opens("/register/" + delegation);
    }

    private static void names(Person focalPoint, String name, String function, String rank, String kind) {
        focalPoint
                .types("person.passportName", name)
                .types("function", function)
                .chooses("rank", rank)
                .chooses("kind", kind);
    }

    private String invite(String name, String function, String email, String activity) {
        try (Person organiser = person("en-GB").signedInAs("organiser")) {
            organiser
                    .opens("/guests/invite?event=" + event)
                    .types("passportName", name)
                    .types("function", function)
                    .chooses("rank", "Vice-mayor/consul general")
                    .types("email", email)
                    .chooses("activityId", activity)
                    .chooses("category", "Consular corps")
                    .presses("Send the invitation")
                    .sees("Invited. The letter is in the outbox.", name, activity);
            return id(organiser.address());
        }
    }

    private String newPartner() {
        return api.post("/api/delegations/partners", """
                        {"name": {"vi": "%s", "en": "%s"}, "kind": "locality", "countryCode": "KR",
                         "countryName": {"vi": "Hàn Quốc", "en": "Republic of Korea"}, "language": "en"}
                        """.formatted(PARTNER, PARTNER))
                .get("id")
                .asString();
    }

    /** A word of letters alone that nobody else is called by, for names in passports. */
    private static String letters() {
        return MARK.chars()
                .map(each -> 'A' + Character.digit(each, 16))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String id(String address) {
        Matcher found = ID.matcher(address);
        assertThat(found.find()).as(address).isTrue();
        return found.group();
    }

    private String link(Pattern kind, String reader) {
        Matcher found = kind.matcher(newest(reader, kind));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private String newest(String reader, Pattern having) {
        Awaitility.await("a letter to " + reader).atMost(Duration.ofSeconds(60)).until(() -> count(reader, having) > 0);
        return system.letters().stream()
                .filter(letter ->
                        letter.contains(reader) && having.matcher(letter).find())
                .reduce("", (older, newer) -> newer);
    }

    private long count(String reader, Pattern having) {
        return system.letters().stream()
                .filter(letter ->
                        letter.contains(reader) && having.matcher(letter).find())
                .count();
    }

    private String letter(String reader, String... words) {
        Pattern first = Pattern.compile(Pattern.quote(words[0]));
        String letter = newest(reader, first);
        assertThat(letter).contains(Arrays.asList(words));
        return letter;
    }
}
