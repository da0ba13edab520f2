package vn.hoingo.delegations.member;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import vn.hoingo.delegations.member.Gap.Reason;

/**
 * Who is in a delegation now, in what order, and how they travel. It knows what is wrong with itself: contradictions are wrong
 * in a draft already, gaps only when the delegation is to be sent.
 */
public record Composition(List<Member> members, List<Party> parties, List<String> languages) {

    /** What cannot be so, whatever is still to come. */
    public List<Gap> contradictions() {
        List<Gap> found = new ArrayList<>();
        eachTwice(found);
        heads(found);
        companions(found);
        samePeople(found);
        travel(found);
        return found;
    }

    /** Everything that keeps it from being sent, contradictions included. */
    public List<Gap> gaps(int quota) {
        List<Gap> found = new ArrayList<>(contradictions());
        if (members.stream().noneMatch(Member::isHead)) {
            found.add(Gap.of(Reason.NO_HEAD, "/members"));
        }
        if (members.size() > quota) {
            found.add(Gap.of(Reason.OVER_QUOTA, "/members", quota, members.size()));
        }
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (member.isCompanion()) {
                if (member.companionOf() == null) {
                    found.add(Gap.of(Reason.COMPANION_WITHOUT_MEMBER, "/members/" + i + "/companionOf"));
                }
                continue;
            }
            if (member.function() == null || member.function().isBlank()) {
                found.add(Gap.of(Reason.FUNCTION_MISSING, "/members/" + i + "/function"));
            }
            if (member.rank() == null) {
                found.add(Gap.of(Reason.RANK_MISSING, "/members/" + i + "/rank"));
            }
        }
        if (spoken().isEmpty()) {
            found.add(Gap.of(Reason.LANGUAGE_MISSING, "/languages"));
        }
        for (int i = 0; i < parties.size(); i++) {
            Flight flight = parties.get(i).flight();
            if (flight != null && !flight.isWhole()) {
                found.add(Gap.of(Reason.FLIGHT_INCOMPLETE, "/parties/" + i + "/flight"));
            }
        }
        return found;
    }

    private void eachTwice(List<Gap> found) {
        Set<MemberId> seen = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            if (!seen.add(members.get(i).memberId())) {
                found.add(Gap.of(Reason.MEMBER_TWICE, "/members/" + i + "/memberId"));
            }
        }
    }

    private void heads(List<Gap> found) {
        boolean one = false;
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (member.isHead()) {
                if (one) {
                    found.add(Gap.of(Reason.TWO_HEADS, "/members/" + i + "/kind"));
                }
                if (member.companionOf() != null) {
                    found.add(Gap.of(Reason.HEAD_IS_COMPANION, "/members/" + i + "/companionOf"));
                }
                one = true;
            }
        }
    }

    private void companions(List<Gap> found) {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            MemberId with = member.companionOf();
            if (with == null || member.isHead()) {
                continue;
            }
            if (!member.isCompanion()) {
                found.add(Gap.of(Reason.NOT_A_COMPANION, "/members/" + i + "/companionOf"));
            } else if (member(with).filter(other -> !other.isCompanion()).isEmpty()) {
                found.add(Gap.of(Reason.COMPANION_OF_NOBODY, "/members/" + i + "/companionOf"));
            }
        }
    }

    private void samePeople(List<Gap> found) {
        for (int i = 1; i < members.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (members.get(i).identity().mayBeSameAs(members.get(j).identity())) {
                    found.add(Gap.of(Reason.SAME_PERSON_TWICE, "/members/" + i + "/person/passportName", j + 1));
                    break;
                }
            }
        }
    }

    private void travel(List<Gap> found) {
        Set<MemberId> travelling = new HashSet<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < parties.size(); i++) {
            Party party = parties.get(i);
            if (!seen.add(party.partyId())) {
                found.add(Gap.of(Reason.PARTY_TWICE, "/parties/" + i + "/partyId"));
            }
            if (party.members().isEmpty()) {
                found.add(Gap.of(Reason.EMPTY_PARTY, "/parties/" + i + "/memberIds"));
            }
            for (int j = 0; j < party.members().size(); j++) {
                String pointer = "/parties/" + i + "/memberIds/" + j;
                if (member(party.members().get(j)).isEmpty()) {
                    found.add(Gap.of(Reason.UNKNOWN_MEMBER, pointer));
                } else if (!travelling.add(party.members().get(j))) {
                    found.add(Gap.of(Reason.MEMBER_IN_TWO_PARTIES, pointer));
                }
            }
            Flight flight = party.flight();
            if (flight != null && flight.arrivesBeforeItDeparts()) {
                found.add(Gap.of(Reason.ARRIVES_BEFORE_DEPARTURE, "/parties/" + i + "/flight/arrives"));
            }
        }
    }

    public Optional<Member> member(MemberId id) {
        return members.stream().filter(member -> member.memberId().equals(id)).findFirst();
    }

    public Optional<Member> head() {
        return members.stream().filter(Member::isHead).findFirst();
    }

    /** The member with everybody who came along with them. */
    public Set<MemberId> withCompanions(MemberId id) {
        Set<MemberId> together = new LinkedHashSet<>();
        together.add(id);
        members.stream()
                .filter(member -> id.equals(member.companionOf()))
                .forEach(companion -> together.add(companion.memberId()));
        return together;
    }

    public int companionCount() {
        return (int) members.stream().filter(Member::isCompanion).count();
    }

    /** Of everybody in it, whoever leads; small is high. */
    public int highestRank() {
        return members.stream().mapToInt(Member::rankOrLowest).min().orElse(Member.LOWEST_RANK);
    }

    /** What to interpret from: as the delegation said, or else as its members speak, the head first. */
    public List<String> spoken() {
        if (!languages.isEmpty()) {
            return languages;
        }
        Set<String> spoken = new LinkedHashSet<>();
        head().ifPresent(head -> spoken.addAll(head.languages()));
        members.forEach(member -> spoken.addAll(member.languages()));
        return List.copyOf(spoken);
    }

    /** How many need what. */
    public Map<String, Integer> needs() {
        Map<String, Integer> counted = new TreeMap<>();
        members.forEach(member ->
                new LinkedHashSet<>(member.needs()).forEach(need -> counted.merge(need.code(), 1, Integer::sum)));
        return counted;
    }

    /** The parties as they are when these are no longer in them; one that is empty is none. */
    public static List<Party> without(List<Party> parties, Set<MemberId> gone) {
        return parties.stream()
                .map(party -> party.without(gone))
                .filter(party -> !party.members().isEmpty())
                .toList();
    }

    /** The parties with somebody new in the place of somebody else. */
    public static List<Party> with(List<Party> parties, MemberId next, MemberId inPlaceOf) {
        return parties.stream().map(party -> party.with(next, inPlaceOf)).toList();
    }
}
