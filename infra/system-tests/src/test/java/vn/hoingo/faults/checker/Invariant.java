package vn.hoingo.faults.checker;

import java.util.List;
import java.util.stream.Stream;
import vn.hoingo.faults.history.History;

/** Something that no trouble may break. Each breach is a sentence that names what shows it. */
public sealed interface Invariant
        permits DurableAck,
                NoGhostEffect,
                GaplessSequences,
                OrderPerAggregate,
                NoDuplicateEffect,
                ConvergenceAfterRebuild,
                NoOversell,
                IdempotentCommands,
                OneMessageIdPerLetter,
                StuckDrainsToZero,
                PartnersApart,
                WatchersMissNothing {

    /** All of them. */
    List<Invariant> ALL = List.of(
            new DurableAck(),
            new NoGhostEffect(),
            new GaplessSequences(),
            new OrderPerAggregate(),
            new NoDuplicateEffect(),
            new ConvergenceAfterRebuild(),
            new NoOversell(),
            new IdempotentCommands(),
            new OneMessageIdPerLetter(),
            new StuckDrainsToZero(),
            new PartnersApart(),
            new WatchersMissNothing());

    /** Every breach of it in this history. */
    Stream<String> breaches(History history);

    /** All that is wrong with a history: the invariant, then the sentence. */
    static List<String> check(History history) {
        return ALL.stream()
                .flatMap(invariant -> invariant
                        .breaches(history)
                        .map(sentence -> invariant.getClass().getSimpleName() + ": " + sentence))
                .toList();
    }
}
