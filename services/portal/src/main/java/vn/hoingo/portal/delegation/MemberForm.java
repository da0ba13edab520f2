package vn.hoingo.portal.delegation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.hoingo.portal.delegation.Delegation.Member;
import vn.hoingo.portal.delegation.Delegation.Named;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.page.Words;

/** The fields of one member, the same for partners and officers; and the member as the service takes it. */
@Component
public class MemberForm {

    private static final List<String> KINDS = List.of("head", "deputy", "delegate", "advance", "companion");

    private final Words words;

    MemberForm(Words words) {
        this.words = words;
    }

    public void choices(Model page, Delegation delegation) {
        Map<String, String> kinds = new LinkedHashMap<>();
        KINDS.forEach(kind -> kinds.put(kind, words.say("member-kind." + kind)));
        Map<String, String> ranks = new LinkedHashMap<>();
        IntStream.rangeClosed(1, 10)
                .mapToObj(Integer::toString)
                .forEach(rank -> ranks.put(rank, Words.upperFirst(words.of("rank", rank))));
        Map<String, String> hosts = new LinkedHashMap<>();
        delegation.inOrder().stream()
                .filter(member -> !member.isCompanion())
                .forEach(member -> hosts.put(member.memberId().toString(), member.name()));
        page.addAttribute("kinds", kinds);
        page.addAttribute("ranks", ranks);
        page.addAttribute("hosts", hosts);
    }

    /** A member who stays as known: named by id alone, so that nobody's name is written twice. */
    public static Map<String, @Nullable Object> asKnown(Member member) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        known.put("memberId", member.memberId());
        known.put("kind", member.kind());
        if (member.companionOf() != null) {
            known.put("companionOf", member.companionOf());
        }
        if (member.function() != null) {
            known.put("function", member.function());
        }
        if (member.rank() != null) {
            known.put("rank", member.rank());
        }
        known.put("languages", member.languages());
        known.put("needs", member.needs());
        return known;
    }

    /** Whether nobody typed or chose anything; as what a member comes is chosen before. */
    public static boolean isUntouched(Form form) {
        return Stream.of(
                        "person.passportName",
                        "person.nativeName",
                        "person.displayName",
                        "person.formOfAddress",
                        "person.passportNumber",
                        "person.diet",
                        "person.nationality",
                        "person.birthDate",
                        "function",
                        "rank",
                        "companionOf")
                .noneMatch(form::has);
    }

    public static Map<String, @Nullable Object> typed(Form form) {
        Map<String, @Nullable Object> person = new LinkedHashMap<>();
        person.put("passportName", form.textOr("person.passportName", ""));
        for (String field : List.of("nativeName", "displayName", "formOfAddress", "passportNumber", "diet")) {
            put(person, field, form.text("person." + field));
        }
        put(person, "nationality", form.code("person.nationality"));
        LocalDate born = form.day("person.birthDate");
        put(person, "birthDate", born);
        Map<String, @Nullable Object> member = new LinkedHashMap<>();
        put(member, "memberId", form.id("memberId.own"));
        member.put("kind", form.textOr("kind", "delegate"));
        if (form.value("kind").equals("companion")) {
            put(member, "companionOf", form.id("companionOf"));
        }
        put(member, "function", form.text("function"));
        put(member, "rank", form.number("rank"));
        member.put("person", person);
        return member;
    }

    private static void put(Map<String, @Nullable Object> body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value);
        }
    }

    public static void know(Member member, Form form) {
        Named person = member.person();
        form.knowing("kind", member.kind())
                .knowing("companionOf", member.companionOf())
                .knowing("function", member.function())
                .knowing("rank", member.rank());
        if (person != null) {
            form.knowing("person.passportName", person.passportName())
                    .knowing("person.nativeName", person.nativeName())
                    .knowing("person.displayName", person.displayName())
                    .knowing("person.formOfAddress", person.formOfAddress())
                    .knowing("person.nationality", person.nationality());
        }
    }

    /** The id of a member who is being added, made once for the form that adds it. */
    public static UUID idOf(Form form) {
        return UUID.nameUUIDFromBytes(("member:" + form.once()).getBytes(StandardCharsets.UTF_8));
    }
}
