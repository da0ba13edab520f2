package vn.hoingo.delegations.member;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.delegations.quota.Identity;
import vn.hoingo.delegations.text.FoldedText;
import vn.hoingo.messaging.Ids;

/** Members of invented delegations; the name makes the ids. */
public final class AMember {

    private final String name;
    private MemberKind kind = MemberKind.DELEGATE;
    private @Nullable MemberId companionOf;
    private @Nullable String function = "Director";
    private @Nullable Integer rank = 8;
    private List<String> languages = List.of();
    private List<Need> needs = List.of();
    private @Nullable String nationality;
    private @Nullable String birth;
    private @Nullable String passport;
    private @Nullable UUID id;

    private AMember(String name) {
        this.name = name;
    }

    public static AMember named(String name) {
        return new AMember(name);
    }

    public static AMember head(String name) {
        return named(name).as(MemberKind.HEAD).ranked(5).speaking("ko");
    }

    public static MemberId id(String name) {
        return new MemberId(Ids.from("test-member", name));
    }

    public static UUID personId(String name) {
        return Ids.from("test-person", name);
    }

    public AMember as(MemberKind is) {
        kind = is;
        return this;
    }

    public AMember withId(String other) {
        id = id(other).value();
        return this;
    }

    public AMember ranked(@Nullable Integer is) {
        rank = is;
        return this;
    }

    public AMember whoIs(@Nullable String what) {
        function = what;
        return this;
    }

    public AMember speaking(String... codes) {
        languages = List.of(codes);
        return this;
    }

    public AMember needing(Need... what) {
        needs = List.of(what);
        return this;
    }

    public AMember from(String country) {
        nationality = country;
        return this;
    }

    public AMember born(String mark) {
        birth = mark;
        return this;
    }

    public AMember withPassport(String mark) {
        passport = mark;
        return this;
    }

    public AMember with(String member) {
        companionOf = id(member);
        return this;
    }

    public AMember companionOf(String member) {
        return as(MemberKind.COMPANION).whoIs(null).ranked(null).with(member);
    }

    public Member member() {
        MemberId memberId = id == null ? id(name) : new MemberId(id);
        UUID person = Ids.from("test-person", memberId.value().equals(id(name).value()) ? name : name + memberId);
        return Member.nominated(
                memberId,
                new PersonId(person),
                kind,
                companionOf,
                function,
                rank,
                languages,
                needs,
                new Named(name, null, null, null, nationality),
                new Identity(memberId.value(), person, FoldedText.key(name), nationality, birth, passport));
    }
}
