package vn.hoingo.faults.checker;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import vn.hoingo.faults.history.History;
import vn.hoingo.faults.history.Line.Book;
import vn.hoingo.faults.history.Line.Invited;

/** No more is granted than there is, everybody who was told yes has a grant, and nobody has one who was not. */
public record NoOversell() implements Invariant {

    @Override
    public Stream<String> breaches(History history) {
        Map<String, Book> books = new HashMap<>();
        history.all(Book.class).forEach(book -> books.put(book.id(), book));
        Stream<String> tooMuch = books.values().stream()
                .filter(book -> granted(book) > book.capacity())
                .map(book -> "%s has %d and granted %d, to %s"
                        .formatted(book.id(), book.capacity(), granted(book), book.grants()));
        Stream<String> empty = history.all(Invited.class)
                .filter(Invited::accepted)
                .filter(invited -> books.containsKey(invited.activity()))
                .filter(invited -> !books.get(invited.activity()).grants().containsKey(invited.id()))
                .map(invited -> "%s was told yes and has no seat at %s".formatted(invited.id(), invited.activity()));
        Stream<String> kept = history.all(Invited.class)
                .filter(invited -> !invited.live())
                .filter(invited -> books.containsKey(invited.activity()))
                .filter(invited -> books.get(invited.activity()).grants().containsKey(invited.id()))
                .map(invited -> "%s has ended and keeps a seat at %s".formatted(invited.id(), invited.activity()));
        return Stream.of(tooMuch, empty, kept).flatMap(each -> each);
    }

    private static int granted(Book book) {
        return book.grants().values().stream().mapToInt(Integer::intValue).sum();
    }
}
