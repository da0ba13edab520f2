package vn.hoingo.delegations.delegation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.member.Member;
import vn.hoingo.delegations.member.Party;

/**
 * What takes the place of parts of a registration, in a save or to see what would be wrong with it; a part that is null stays as it
 * was. Its members are those who are in it from now on: whoever left before is remembered without being named here.
 */
record Parts(
        @Nullable Contact contact,
        @Nullable List<String> languages,
        @Nullable List<Member> members,
        @Nullable List<Party> parties) {}
