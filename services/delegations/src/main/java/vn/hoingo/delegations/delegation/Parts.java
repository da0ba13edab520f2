package vn.hoingo.delegations.delegation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.member.Party;

/** The parts of a registration that one save brings; a part that is null stays as it was. */
record Parts(
        @Nullable Contact contact,
        @Nullable List<String> languages,
        @Nullable List<Member> members,
        @Nullable List<Party> parties) {}
