package vn.hoingo.messaging.lab.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.hoingo.messaging.Aggregate;
import vn.hoingo.messaging.Announces;
import vn.hoingo.messaging.lab.ticket.TicketFact.TicketAnnotated;
import vn.hoingo.messaging.lab.ticket.TicketFact.TicketCancelled;
import vn.hoingo.messaging.lab.ticket.TicketFact.TicketIssued;
import vn.hoingo.messaging.lab.ticket.TicketFact.TicketMoved;

/** A ticket is issued for a show, may move to another seat, and may be cancelled. */
@Document("tickets")
@Announces("lab.ticket")
public class Ticket extends Aggregate<TicketId> {

    private final UUID show;
    private int seat;
    private String padding = "";
    private @Nullable LocalDateTime doors;
    private @Nullable LocalDate day;
    private @Nullable ZoneId zone;

    public Ticket(TicketId id, UUID show) {
        super(id);
        this.show = show;
    }

    public static Ticket issue(TicketId id, UUID show, int seat) {
        Ticket ticket = new Ticket(id, show);
        ticket.seat = seat;
        ticket.announce(new TicketIssued(id.value(), show, seat));
        return ticket;
    }

    public void move(int to) {
        seat = to;
        announce(new TicketMoved(id().value(), to));
    }

    public void cancel() {
        announce(new TicketCancelled(id().value()));
    }

    public void annotate(int characters) {
        announce(new TicketAnnotated(id().value(), "n".repeat(characters)));
    }

    public void fatten(int characters) {
        padding = "p".repeat(characters);
    }

    public void remind(@Nullable Instant at) {
        dueAt(at);
    }

    public void openDoors(LocalDateTime at, ZoneId in) {
        doors = at;
        day = at.toLocalDate();
        zone = in;
    }

    public int seat() {
        return seat;
    }

    public UUID show() {
        return show;
    }

    public int padding() {
        return padding.length();
    }

    public @Nullable LocalDateTime doors() {
        return doors;
    }

    public @Nullable LocalDate day() {
        return day;
    }

    public @Nullable ZoneId zone() {
        return zone;
    }
}
