package vn.hoingo.delegations.delegation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.member.Need;
import vn.hoingo.delegations.sheet.SheetWriter;
import vn.hoingo.doors.Coded;

/** The members as a sheet. */
final class MembersSheet {

    private static final List<String> HEADINGS = List.of(
            "memberId",
            "kind",
            "passportName",
            "nativeName",
            "displayName",
            "function",
            "rank",
            "nationality",
            "languages",
            "needs",
            "state");

    private MembersSheet() {}

    static byte[] of(DelegationView view) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        view.members().forEach(member -> rows.add(row(member)));
        return SheetWriter.csv(rows);
    }

    private static List<String> row(DelegationView.MemberView member) {
        DelegationView.NamedView named = member.person();
        return List.of(
                member.memberId().toString(),
                member.kind().code(),
                text(named == null ? null : named.passportName()),
                text(named == null ? null : named.nativeName()),
                text(named == null ? null : named.displayName()),
                text(member.function()),
                text(member.rank()),
                text(named == null ? null : named.nationality()),
                String.join(" ", member.languages()),
                codes(member.needs()),
                member.state().code());
    }

    private static String codes(List<Need> needs) {
        return needs.stream().map(Coded::code).collect(Collectors.joining(" "));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
