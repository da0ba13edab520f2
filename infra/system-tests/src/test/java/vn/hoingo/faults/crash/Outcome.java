package vn.hoingo.faults.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import vn.hoingo.faults.crash.Battery.Done;
import vn.hoingo.faults.history.Line.Fact;
import vn.hoingo.faults.storm.Survey;
import vn.hoingo.journeys.RunningSystem;

/** What came of each command: its facts and the documents that nobody else touched, without what differs between any two. */
final class Outcome {

    /** How often it was written and tried, and what was away meanwhile, is no part of what came of it. */
    private static final List<String> TECHNICAL = List.of("version", "recent", "marks", "tries", "trouble", "search");

    private static final Pattern IDS = Pattern.compile(
            "\\{\"\\$binary\": \\{\"base64\": \"([^\"]+)\", \"subType\": \"04\"}}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIMES = Pattern.compile(
            "\\{\"\\$date\": (\"[^\"]*\"|\\{[^}]*})}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z|\"[A-Za-z0-9_+/=-]{40,90}\"|\"[0-9a-f]{32,64}\"|"
                    + "\"00-[0-9a-f]{32}-[0-9a-f]{16}-\\d\\d\"|\\{\"\\$binary\": \\{\"base64\": \"[^\"]*\", \"subType\": \"00\"}}");

    private final List<Fact> facts;
    private final Map<String, Document> documents = new HashMap<>();
    private final Map<String, Set<String>> touchedBy;

    /** @param all every command that was given */
    Outcome(RunningSystem system, List<Fact> facts, List<Done> all) {
        this.facts = facts;
        Survey.OWNERS.forEach((topic, where) -> system.documents(where.getFirst(), where.getLast())
                .forEach(document -> documents.put(topic + "/" + Shapes.id(document), document)));
        this.touchedBy = facts.stream()
                .collect(Collectors.groupingBy(
                        Fact::source,
                        Collectors.flatMapping(
                                fact -> all.stream()
                                        .filter(done -> isOf(done, fact))
                                        .map(Done::mark),
                                Collectors.toSet())));
    }

    private static boolean isOf(Done done, Fact fact) {
        return fact.trace().contains(done.trace())
                || fact.key() != null && fact.key().equals(done.id());
    }

    /** In sentences that are the same wherever the same has happened. */
    List<String> of(Done done) {
        Map<String, Fact> each = new TreeMap<>(); // a repeat is none
        facts.stream()
                .filter(fact -> isOf(done, fact))
                .forEach(fact -> each.putIfAbsent(fact.source() + " " + fact.sequence(), fact));
        List<String> told = new ArrayList<>();
        each.values().forEach(fact -> told.add("fact " + fact.type()));
        each.values().stream()
                .map(Fact::source)
                .distinct()
                .filter(source -> touchedBy.get(source).size() == 1 && documents.containsKey(source))
                .forEach(source -> told.add(
                        source.substring(0, source.indexOf('/')) + " " + same(documents.get(source), done.mark())));
        told.sort(null);
        return told;
    }

    private static String same(Document document, String mark) {
        Document kept = new Document(document);
        TECHNICAL.forEach(kept::remove);
        String text = kept.toJson().replaceAll("(?i)" + mark, "MARK");
        Map<String, String> names = new HashMap<>();
        Matcher ids = IDS.matcher(text);
        String named = ids.replaceAll(id ->
                names.computeIfAbsent(id.group(), any -> "#" + names.size()).replace("$", "\\$"));
        return TIMES.matcher(named).replaceAll("~");
    }
}
