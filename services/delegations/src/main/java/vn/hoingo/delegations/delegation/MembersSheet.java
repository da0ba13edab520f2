package vn.hoingo.delegations.delegation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.member.Need;
import vn.hoingo.delegations.text.Coded;

/** The members as a sheet. A cell that a spreadsheet would calculate is text here. */
final class MembersSheet {

    private static final String MARK = "\ufeff";
    private static final String CALCULATED = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private MembersSheet() {}

    static byte[] of(DelegationView view) {
        StringBuilder sheet = new StringBuilder(MARK);
        row(
                sheet,
                Stream.of(
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
                        "state"));
        for (DelegationView.MemberView member : view.members()) {
            DelegationView.NamedView named = member.person();
            row(
                    sheet,
                    Stream.of(
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
                            member.state().code()));
        }
        return sheet.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String codes(List<Need> needs) {
        return needs.stream().map(Coded::code).collect(Collectors.joining(" "));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static void row(StringBuilder sheet, Stream<String> cells) {
        sheet.append(cells.map(MembersSheet::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    static String cell(String text) {
        String safe = !text.isEmpty() && CALCULATED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
