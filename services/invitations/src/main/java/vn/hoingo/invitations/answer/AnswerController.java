package vn.hoingo.invitations.answer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hoingo.invitations.guest.LinkRefused;
import vn.hoingo.invitations.invitation.Invitation;
import vn.hoingo.invitations.invitation.Invitation.Reply;
import vn.hoingo.messaging.Acting;

/** Where a guest answers by the link in the letter, without an account. */
@RestController
@RequestMapping("/api/invitations/answers/{token}")
class AnswerController {

    private final AnswerPage page;
    private final AnsweringInvitations answering;
    private final Substitutes substitutes;
    private final MessageSource words;

    AnswerController(AnswerPage page, AnsweringInvitations answering, Substitutes substitutes, MessageSource words) {
        this.page = page;
        this.answering = answering;
        this.substitutes = substitutes;
        this.words = words;
    }

    @GetMapping
    ResponseEntity<AnswerView> show(@PathVariable String token) {
        return answer(page.show(page.open(token), null));
    }

    @PostMapping("/acceptance")
    ResponseEntity<AnswerView> accept(
            @PathVariable String token, @RequestBody(required = false) @Nullable NothingMore body) {
        return reply(token, invitation -> answering.accept(invitation.id(), Reply.BY_LINK));
    }

    @PostMapping("/decline")
    ResponseEntity<AnswerView> decline(
            @PathVariable String token, @RequestBody(required = false) @Nullable NothingMore body) {
        return reply(token, invitation -> answering.decline(invitation.id(), Reply.BY_LINK));
    }

    @PostMapping("/tentative")
    ResponseEntity<AnswerView> answerTentatively(
            @PathVariable String token, @RequestBody(required = false) @Nullable NothingMore body) {
        return reply(token, invitation -> answering.answerTentatively(invitation.id(), Reply.BY_LINK));
    }

    @PostMapping("/substitute")
    ResponseEntity<AnswerView> sendSubstitute(@PathVariable String token, @Valid @RequestBody Substitute substitute) {
        return reply(
                token,
                invitation -> substitutes.propose(
                        invitation, substitute.name(), substitute.function(), substitute.contact(), Reply.BY_LINK));
    }

    private ResponseEntity<AnswerView> reply(String token, Function<Invitation, Invitation> answer) {
        Acting asked = Acting.current();
        Acting guest = new Acting("guest", asked.correlation(), asked.cause(), asked.trace(), asked.request());
        Invitation answered = guest.in(() -> answer.apply(page.open(token)));
        return answer(page.show(answered, outcome(answered)));
    }

    private static String outcome(Invitation answered) {
        return answered.isWaitlisted()
                ? "waitlisted"
                : answered.isLateYes() ? "recorded-late" : answered.status().code();
    }

    private static ResponseEntity<AnswerView> answer(AnswerView view) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
    }

    /** A link says no by 404 and 410, which no refusal of an aggregate does. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(LinkRefused refused) {
        HttpStatus status =
                switch (refused.why()) {
                    case LINK_UNKNOWN -> HttpStatus.NOT_FOUND;
                    case LINK_EXPIRED, LINK_REPLACED, INVITATION_REVOKED -> HttpStatus.GONE;
                };
        String why = refused.why().name();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status, words.getMessage("link." + why, null, LocaleContextHolder.getLocale()));
        problem.setType(URI.create("/problems/" + why.toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setProperty("reason", why);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    record NothingMore() {}

    record Substitute(
            @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cc}*", message = "{invitations.one-line}")
            String name,

            @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cc}*", message = "{invitations.one-line}")
            String function,

            @NotBlank
            @Size(max = 254)
            @Email
            @Pattern(regexp = "[^\\p{Cc}\\s<>,;]*", message = "{invitations.mail-address}")
            String contact) {}
}
