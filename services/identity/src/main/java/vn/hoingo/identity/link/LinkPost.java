package vn.hoingo.identity.link;

import jakarta.mail.MessagingException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.hoingo.identity.Digests;
import vn.hoingo.identity.account.Account;
import vn.hoingo.identity.account.AccountDesk;

/**
 * Mails the links that wait. A link waits in the store, so a crash or a mail server that is away only delays it; the
 * token is drawn at the moment of handing over, and only the mail knows it.
 */
@Component
class LinkPost {

    private static final Logger log = LoggerFactory.getLogger(LinkPost.class);
    private static final Duration IN_HAND = Duration.ofMinutes(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int AT_A_TIME = 20;

    private final Links links;
    private final AccountDesk accounts;
    private final LinkMail mail;
    private final Clock clock;
    private final SecureRandom random;
    private final ReentrantLock turn = new ReentrantLock();

    LinkPost(Links links, AccountDesk accounts, LinkMail mail, Clock clock, SecureRandom random) {
        this.links = links;
        this.accounts = accounts;
        this.mail = mail;
        this.clock = clock;
        this.random = random;
    }

    void wake() {
        Thread.startVirtualThread(this::sendWhatWaits);
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
    void sweep() {
        sendWhatWaits();
    }

    private void sendWhatWaits() {
        turn.lock();
        try {
            List<Link> waiting = links.findByPostDueLessThanEqualOrderByPostDue(clock.instant(), Limit.of(AT_A_TIME));
            waiting.forEach(this::send);
        } catch (RuntimeException e) {
            log.warn("Links wait to be mailed: {}", e.getClass().getSimpleName());
        } finally {
            turn.unlock();
        }
    }

    private void send(Link link) {
        Link.Post post = link.post();
        if (post == null) {
            return;
        }
        String token = token();
        Instant next = clock.instant().plus(IN_HAND.multipliedBy(post.tries() + 1));
        Instant latest = clock.instant().plus(LONGEST_WAIT);
        if (links.take(link.id(), post.due(), next.isAfter(latest) ? latest : next, Digests.of(token)) == 0) {
            return;
        }
        Account account = accounts.findOpen(link.account()).orElse(null);
        if (account == null || link.state(clock.instant()) != Link.State.OPEN) {
            links.mailed(link.id()); // nobody waits for it any more
            return;
        }
        try {
            mail.send(link, account, token);
            links.mailed(link.id());
        } catch (MailException | MessagingException e) {
            log.warn(
                    "{} was not taken by the mail server: {}",
                    link,
                    e.getClass().getSimpleName());
        }
    }

    private String token() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
