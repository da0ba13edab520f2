package vn.hoingo.delegations.delegation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.delegation.DelegationRefusal.Reason;
import vn.hoingo.delegations.delegation.Listed.Outcome;
import vn.hoingo.delegations.delegation.Listed.Verdict;
import vn.hoingo.delegations.event.EventId;
import vn.hoingo.delegations.member.Composition;
import vn.hoingo.delegations.member.MemberId;
import vn.hoingo.delegations.member.MemberState;
import vn.hoingo.delegations.nomination.ListedMember;
import vn.hoingo.delegations.nomination.Nomination;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.delegations.person.People;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.delegations.text.Finding;
import vn.hoingo.delegations.text.Findings;
import vn.hoingo.delegations.vault.Vault;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Invalid;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Ids;
import vn.hoingo.messaging.Refusal;
import vn.hoingo.messaging.StaleEdit;

/**
 * Takes the members of a list into delegations, by the same desk as if somebody typed them: looks first and says of every row what
 * would become of it, then does it, and takes it back as long as nobody built on it. Rows and lists have ids of their own, so that doing
 * it again after a crash is doing it once.
 */
@Component
public class ListedDelegations {

    private static final int TRIES = 5;

    private final Delegations delegations;
    private final LookingAtLists looking;
    private final DelegationDesk desk;
    private final SubmittingDelegations submitting;
    private final People people;
    private final Vault vault;
    private final Findings findings;

    ListedDelegations(
            Delegations delegations,
            LookingAtLists looking,
            DelegationDesk desk,
            SubmittingDelegations submitting,
            People people,
            Vault vault,
            Findings findings) {
        this.delegations = delegations;
        this.looking = looking;
        this.desk = desk;
        this.submitting = submitting;
        this.people = people;
        this.vault = vault;
        this.findings = findings;
    }

    /**
     * The rows that one list has for one delegation.
     *
     * @param list which list
     */
    public record Asked(
            UUID list,
            EventId event,
            PartnerId partner,
            @Nullable String label,
            List<ListedMember> members,
            Caller caller) {

        /** Who drafts, under a key that makes it the same draft at a repeat. */
        Acting drafting() {
            return acting(caller, list + "/" + partner.value() + "/" + label, null);
        }

        /** The delegation that this list begins where there is none. */
        UUID own() {
            return drafting().newId("delegation");
        }
    }

    /** What is wrong with the fields of a member, each at the path where it was typed. */
    public List<Finding> wrong(ListedMember member) {
        return findings.in(member.typed());
    }

    /** What would become of these rows now; nothing is saved. */
    public Listed look(Asked asked) {
        LookingAtLists.Look look = looking.at(asked);
        return new Listed(
                look.live().map(live -> live.id().value()).orElse(null),
                look.live().isEmpty() && !look.taken().isEmpty(),
                0,
                false,
                List.of(),
                look.verdicts());
    }

    public Listed register(Asked asked, boolean submit, @Nullable String late) {
        return untilNobodyOvertakes(() -> submitted(written(asked), submit, late, asked.caller()));
    }

    private static <T> T untilNobodyOvertakes(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (StaleEdit overtaken) {
                if (tries == TRIES) {
                    throw overtaken;
                }
            }
        }
    }

    private Listed written(Asked asked) {
        LookingAtLists.Look look = looking.at(asked);
        UUID own = asked.own();
        Delegation now = look.live().orElse(null);
        if (!look.taken().isEmpty()) {
            try {
                Delegation before = now != null
                        ? now
                        : asked.drafting()
                                .in(() -> desk.draft(asked.event(), asked.partner(), asked.label(), asked.caller()));
                DelegationDesk.Saved all = new DelegationDesk.Saved(null, null, look.nominations(), null);
                now = editing(asked.caller(), before.version()).in(() -> desk.save(before.id(), all, asked.caller()));
            } catch (Refusal refused) {
                return refused(look, findings.of("", refused));
            } catch (Invalid refused) {
                return refused(look, findings.of("", refused.fields().getFirst()));
            }
        }
        if (now == null) {
            return new Listed(null, false, 0, false, List.of(), look.verdicts());
        }
        return new Listed(
                now.id().value(),
                now.id().value().equals(own),
                now.version(),
                false,
                List.of(),
                traced(look.verdicts(), now));
    }

    private static Listed refused(LookingAtLists.Look look, Finding why) {
        Map<Integer, Verdict> verdicts = new LinkedHashMap<>(look.verdicts());
        look.taken().keySet().forEach(row -> verdicts.put(row, Verdict.wrong(why)));
        return new Listed(null, false, 0, false, List.of(), verdicts);
    }

    /** Only a delegation of which every row was taken is sent; whatever is missing in it is said, and it stays a draft. */
    private Listed submitted(Listed written, boolean submit, @Nullable String late, Caller caller) {
        UUID delegation = written.delegation();
        boolean ours = written.verdicts().values().stream()
                .anyMatch(verdict -> verdict.outcome().isTaken());
        if (!submit || delegation == null || !ours) {
            return written;
        }
        DelegationId id = new DelegationId(delegation);
        List<Finding> why = new ArrayList<>();
        boolean whole = written.verdicts().values().stream().noneMatch(verdict -> verdict.outcome() == Outcome.WRONG);
        if (!whole) {
            why.add(findings.of("", "import.rows-missing"));
        } else if (delegations.get(id).state().isWithPartner()) {
            try {
                submitting.submit(id, late, caller);
            } catch (Refusal refused) {
                why.add(findings.of("", refused));
            } catch (Invalid gaps) {
                gaps.fields().forEach(gap -> why.add(findings.of(gap.pointer(), gap)));
            }
        }
        Delegation left = delegations.get(id);
        return new Listed(
                delegation,
                written.begun(),
                left.version(),
                !left.state().isWithPartner(),
                List.copyOf(why),
                traced(written.verdicts(), left));
    }

    private static Map<Integer, Verdict> traced(Map<Integer, Verdict> verdicts, Delegation left) {
        Map<Integer, Verdict> traced = new LinkedHashMap<>();
        verdicts.forEach((row, verdict) -> traced.put(row, verdict.traced(trace(left, verdict.member()))));
        return traced;
    }

    /** The state is left out: it changes by itself when the host acts, which the version shows. */
    private static @Nullable String trace(Delegation delegation, @Nullable UUID member) {
        return member == null
                ? null
                : delegation
                        .composition()
                        .member(new MemberId(member))
                        .map(each -> Ids.digest(
                                each.in(MemberState.NOMINATED).toString().getBytes(StandardCharsets.UTF_8)))
                        .orElse(null);
    }

    /**
     * Takes back what a list wrote: a delegation that it began and that nobody touched since is withdrawn; from any other its
     * members leave as long as it can be edited. What somebody changed since stays.
     *
     * @param written what the list wrote, from {@link #register}
     */
    public TakenBack takeBack(Listed written, Caller caller) {
        UUID id = written.delegation();
        if (id == null) {
            return new TakenBack(Map.of(), Set.of());
        }
        return untilNobodyOvertakes(() -> takeBack(new DelegationId(id), written, caller));
    }

    private TakenBack takeBack(DelegationId id, Listed written, Caller caller) {
        Delegation delegation = delegations.get(id);
        Map<Integer, Verdict> ours = new LinkedHashMap<>();
        written.verdicts().forEach((row, verdict) -> {
            if (verdict.outcome().isTaken()) {
                ours.put(row, verdict);
            }
        });
        if (delegation.state() == DelegationState.WITHDRAWN) {
            return new TakenBack(Map.of(), ours.keySet());
        }
        if (written.begun() && delegation.version() == written.version()) {
            editing(caller, delegation.version()).in(() -> desk.withdraw(id, null, caller));
            forgetTheUnregistered(ours.values());
            return new TakenBack(Map.of(), ours.keySet());
        }
        if (!delegation.state().isWithPartner()) {
            Finding why = findings.of("", new DelegationRefusal(Reason.NOT_EDITABLE, delegation.state()));
            return new TakenBack(ours.keySet().stream().collect(Collectors.toMap(row -> row, row -> why)), Set.of());
        }
        Map<Integer, Finding> stays = new LinkedHashMap<>();
        Set<MemberId> leaving = new LinkedHashSet<>();
        ours.forEach((row, verdict) -> {
            UUID member = Objects.requireNonNull(verdict.member());
            String left = trace(delegation, member);
            if (left != null && !left.equals(verdict.trace())) {
                stays.put(row, findings.of("", "import.changed-since"));
            } else if (left != null) {
                leaving.add(new MemberId(member));
            }
        });
        delegation.composition().members().forEach(member -> {
            if (member.companionOf() != null
                    && leaving.contains(member.companionOf())
                    && !leaving.contains(member.memberId())) {
                leaving.remove(member.companionOf());
            }
        });
        ours.forEach((row, verdict) -> {
            MemberId member = new MemberId(Objects.requireNonNull(verdict.member()));
            if (delegation.composition().member(member).isPresent()
                    && !leaving.contains(member)
                    && !stays.containsKey(row)) {
                stays.put(row, findings.of("", "import.companion-stays"));
            }
        });
        if (!leaving.isEmpty()) {
            List<Nomination> rest = delegation.composition().members().stream()
                    .filter(member -> !leaving.contains(member.memberId()))
                    .map(Nomination::of)
                    .toList();
            DelegationDesk.Saved all = new DelegationDesk.Saved(
                    null,
                    null,
                    rest,
                    Composition.without(delegation.composition().parties(), leaving));
            editing(caller, delegation.version()).in(() -> desk.save(id, all, caller));
        }
        Map<Integer, Verdict> gone = new LinkedHashMap<>(ours);
        gone.keySet().removeAll(stays.keySet());
        forgetTheUnregistered(gone.values());
        return new TakenBack(stays, gone.keySet());
    }

    /** Who edits what was seen. */
    private static Acting editing(Caller caller, long seen) {
        return acting(caller, null, seen);
    }

    private static Acting acting(Caller caller, @Nullable String key, @Nullable Long seen) {
        Acting now = Acting.current();
        return new Acting(
                caller.account(),
                now.correlation(),
                now.cause(),
                now.trace(),
                new Acting.Request("bulk import", key, "", seen));
    }

    /** The secrets of people who were only ever named in a draft go with their members. */
    private void forgetTheUnregistered(Iterable<Verdict> gone) {
        for (Verdict verdict : gone) {
            UUID person = verdict.person();
            if (verdict.outcome() == Outcome.NEW
                    && person != null
                    && people.findById(new PersonId(person)).isEmpty()) {
                vault.erase(person);
            }
        }
    }

    /**
     * What was taken back.
     *
     * @param stays the rows whose members stay, and why
     * @param gone the rows of which nothing is left
     */
    public record TakenBack(Map<Integer, Finding> stays, Set<Integer> gone) {}
}
