package vn.hoingo.messaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Every command goes through here: load, ask the aggregate, save. Repeated commands are recognised by their Idempotency-Key,
 * edits on an old version by their If-Match, and what two of them do at once is arbitrated by the version of the document.
 */
public final class Decisions {

    private static final int TRIES = 30;
    private static final int TOGETHER = 64;

    private final Map<Id, Waiting<?>> queues = new ConcurrentHashMap<>();

    /** Creates an aggregate. One that exists under this id is returned as it is: the command is a repeat. */
    public <A extends Aggregate<I>, I extends Id> A open(Aggregates<A, I> all, I id, Supplier<A> birth) {
        return open(all, id, birth, existing -> existing);
    }

    /** As above, for what can be wished anew: one that exists and was not made by this very command is handed on. */
    public <A extends Aggregate<I>, I extends Id> A open(
            Aggregates<A, I> all, I id, Supplier<A> birth, UnaryOperator<A> otherwise) {
        Step step = Step.of(id);
        Optional<A> existing = all.findById(id);
        if (existing.isEmpty()) {
            try {
                return step.save(all, birth.get());
            } catch (DuplicateKeyException bornMeanwhile) {
                existing = all.findById(id);
                if (existing.isEmpty()) {
                    throw bornMeanwhile; // another unique index said so
                }
            }
        }
        return step.wasTakenBy(existing.get()) ? existing.get() : otherwise.apply(existing.get());
    }

    /**
     * Changes an aggregate, or throws {@link Absent}. An edit that names the version it was made on is refused as {@link
     * StaleEdit} when there is a later one; without it the verb is tried again on the latest.
     */
    public <A extends Aggregate<I>, I extends Id> A change(Aggregates<A, I> all, I id, Consumer<A> verb) {
        Step step = Step.of(id);
        Long expected = step.takeIfMatch();
        for (int tries = 1; ; tries++) {
            A aggregate = all.get(id);
            if (step.wasTakenBy(aggregate)) {
                return aggregate;
            }
            if (expected != null && aggregate.version() != expected) {
                throw new StaleEdit(expected, aggregate);
            }
            verb.accept(aggregate);
            try {
                return step.save(all, aggregate);
            } catch (OptimisticLockingFailureException overtaken) {
                if (tries == TRIES) {
                    throw overtaken;
                }
            }
        }
    }

    /**
     * Asks an arbiter. Askers of one arbiter wait for each other in this process and are answered together, by one load and one
     * save; a refusal of one does not concern the others.
     */
    public <A extends Aggregate<I>, I extends Id, R> R decide(Aggregates<A, I> all, I id, Function<A, R> verb) {
        return ask(id, new Question<>(all, null, verb));
    }

    /** Asks an arbiter that is born when it is asked first. */
    public <A extends Aggregate<I>, I extends Id, R> R decide(
            Aggregates<A, I> all, I id, Supplier<A> birth, Function<A, R> verb) {
        return ask(id, new Question<>(all, birth, verb));
    }

    /** How many wait to be asked for before this arbiter. */
    int waiting(Id id) {
        Waiting<?> line = queues.get(id);
        return line == null ? 0 : line.length();
    }

    @SuppressWarnings("unchecked") // a queue holds questions to one aggregate, by its id
    private <A extends Aggregate<I>, I extends Id, R> R ask(I id, Question<A, I, R> question) {
        Waiting<I> line = (Waiting<I>) queues.compute(id, (same, existing) -> {
            Waiting<I> waiting = existing == null ? new Waiting<>() : (Waiting<I>) existing;
            waiting.add(question);
            return waiting;
        });
        while (!question.answer.isDone() && line.lead(question)) {
            List<Question<?, I, ?>> together = line.next();
            try {
                answer(id, together);
            } finally {
                line.handOver();
                queues.computeIfPresent(id, (same, waiting) -> waiting.isOver() ? null : waiting);
            }
        }
        try {
            return question.answer.join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case RuntimeException why -> throw why;
                case Error fatal -> throw fatal;
                case null, default -> throw failed;
            }
        }
    }

    private <I extends Id> void answer(I id, List<Question<?, I, ?>> together) {
        List<Question<?, I, ?>> open = new ArrayList<>(together);
        int conflicts = 0;
        while (!open.isEmpty()) {
            try {
                if (answerAll(id, open)) {
                    return;
                }
            } catch (OptimisticLockingFailureException | DuplicateKeyException overtaken) {
                if (++conflicts == TRIES) {
                    open.forEach(question -> question.answer.completeExceptionally(overtaken));
                    return;
                }
            } catch (RuntimeException | Error failed) {
                if (open.size() > 1 && Outcome.of(failed) == Outcome.FAILED) {
                    open.forEach(question -> answer(id, List.of(question))); // what one of them did cannot be saved
                } else {
                    open.forEach(question -> question.answer.completeExceptionally(failed));
                }
                return;
            }
        }
    }

    /** False when a verb broke off in the middle: it is out, and the others are asked again on a clean load. */
    @SuppressWarnings("unchecked") // all questions of one line are about the same kind of aggregate
    private <A extends Aggregate<I>, I extends Id> boolean answerAll(I id, List<Question<?, I, ?>> open) {
        Question<A, I, ?> first = (Question<A, I, ?>) open.getFirst();
        A arbiter = first.all.findById(id).orElseGet(() -> bear(id, open));
        List<Runnable> answers = new ArrayList<>();
        boolean changed = false;
        for (Question<?, I, ?> each : open) {
            Question<A, I, Object> question = (Question<A, I, Object>) each;
            try {
                Object result = question.acting.in(() -> question.verb.apply(arbiter));
                answers.add(() -> question.answer.complete(result));
                changed = true;
            } catch (Refusal refusal) {
                answers.add(() -> question.answer.completeExceptionally(refusal));
            } catch (RuntimeException | Error broken) {
                question.answer.completeExceptionally(broken);
                open.remove(each);
                return false;
            }
        }
        if (changed) {
            first.all.save(arbiter); // a round of refusals leaves no trace
        }
        answers.forEach(Runnable::run);
        return true;
    }

    @SuppressWarnings("unchecked")
    private <A extends Aggregate<I>, I extends Id> A bear(I id, List<Question<?, I, ?>> open) {
        for (Question<?, I, ?> question : open) {
            if (question.birth != null) {
                return (A) question.birth.get();
            }
        }
        throw new Absent(id.getClass().getSimpleName().replaceFirst("Id$", ""), id.value());
    }

    private static final class Question<A extends Aggregate<I>, I extends Id, R> {
        private final Aggregates<A, I> all;
        private final @Nullable Supplier<A> birth;
        private final Function<A, R> verb;
        private final Acting acting = Acting.current();
        private final CompletableFuture<R> answer = new CompletableFuture<>();

        private Question(Aggregates<A, I> all, @Nullable Supplier<A> birth, Function<A, R> verb) {
            this.all = all;
            this.birth = birth;
            this.verb = verb;
        }
    }

    /** The line before one arbiter. Whoever comes when nobody leads, leads: asks for all that wait, then hands over. */
    private static final class Waiting<I extends Id> {
        private final Queue<Question<?, I, ?>> questions = new ArrayDeque<>();
        private boolean led;

        synchronized void add(Question<?, I, ?> question) {
            questions.add(question);
        }

        synchronized int length() {
            return questions.size();
        }

        synchronized boolean isOver() {
            return questions.isEmpty() && !led;
        }

        /** Waits until there is nobody leading; false when the question was answered meanwhile. */
        synchronized boolean lead(Question<?, I, ?> question) {
            boolean interrupted = false;
            while (led && !question.answer.isDone()) {
                try {
                    wait();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (question.answer.isDone()) {
                return false;
            }
            led = true;
            return true;
        }

        synchronized List<Question<?, I, ?>> next() {
            List<Question<?, I, ?>> together = new ArrayList<>();
            while (together.size() < TOGETHER && !questions.isEmpty()) {
                together.add(questions.remove());
            }
            return together;
        }

        synchronized void handOver() {
            led = false;
            notifyAll();
        }
    }

    /** One touch of one aggregate by one command: what a repeat of the command is compared with. */
    private record Step(Acting.@Nullable Request request, Aggregate.@Nullable Command command) {

        static Step of(Id id) {
            Acting acting = Acting.current();
            Acting.Request request = acting.request();
            if (request == null || request.key() == null) {
                return new Step(request, null);
            }
            String key = Ids.from("command", acting.actor(), request.route(), request.key(), request.next(id))
                    .toString();
            return new Step(request, new Aggregate.Command(key, request.bodyHash()));
        }

        @Nullable
        Long takeIfMatch() {
            return request == null ? null : request.takeIfMatch();
        }

        /** True when this very command was saved before; {@link KeyReused} when its key came with another body. */
        boolean wasTakenBy(Aggregate<?> aggregate) {
            if (command == null) {
                return false;
            }
            for (Aggregate.Change change : aggregate.recentChanges()) {
                if (command.key().equals(change.key())) {
                    if (!command.bodyHash().equals(change.bodyHash())) {
                        throw new KeyReused();
                    }
                    return true;
                }
            }
            return false;
        }

        <A extends Aggregate<I>, I extends Id> A save(Aggregates<A, I> all, A aggregate) {
            aggregate.under(command);
            return all.save(aggregate);
        }
    }
}
