package vn.hoingo.portal.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.registry.ImportHttpServices;
import org.springframework.web.util.WebUtils;
import vn.hoingo.portal.answer.AnswersClient.Asked;
import vn.hoingo.portal.page.Form;
import vn.hoingo.portal.relay.Answer;

/** Three big buttons. Opening the page changes nothing; a wrong or old link says what to do instead. */
@Controller
@RequestMapping("/rsvp/{token}")
@ImportHttpServices(group = "invitations", types = AnswersClient.class)
class AnswerPage {

    private static final List<String> ANSWERS = List.of("acceptance", "decline", "tentative");
    private static final List<String> OLD_LINKS =
            List.of("link-unknown", "link-expired", "link-replaced", "invitation-revoked");

    private final AnswersClient invitations;

    AnswerPage(AnswersClient invitations) {
        this.invitations = invitations;
    }

    @GetMapping
    String ask(
            @PathVariable String token,
            @RequestParam @Nullable String lang,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        Asked asked;
        try {
            asked = invitations.look(token);
        } catch (Answer no) {
            return noSuchLink(no, response, page);
        }
        if (lang == null && WebUtils.getCookie(request, "lang") == null && asked.language() != null) {
            return "redirect:/rsvp/" + token + "?lang=" + (asked.language().equals("en") ? "en" : "vi");
        }
        return show(asked, token, page);
    }

    @GetMapping("/substitute")
    String askForSubstitute(@PathVariable String token, Form form, HttpServletResponse response, Model page) {
        try {
            show(invitations.look(token), token, page);
            return "answer/substitute";
        } catch (Answer no) {
            return noSuchLink(no, response, page);
        }
    }

    @PostMapping("/substitute")
    String sendSubstitute(@PathVariable String token, Form form, HttpServletResponse response, Model page) {
        return form.doing(
                () -> {
                    invitations.answer(
                            token,
                            "substitute",
                            Map.of(
                                    "name", form.textOr("name", ""),
                                    "function", form.textOr("function", ""),
                                    "contact", form.textOr("contact", "")));
                    return "redirect:/rsvp/" + token;
                },
                () -> again(token, "answer/substitute", form, response, page));
    }

    @PostMapping("/{answer}")
    String answer(
            @PathVariable String token,
            @PathVariable String answer,
            Form form,
            HttpServletResponse response,
            Model page) {
        if (!ANSWERS.contains(answer)) {
            throw Answer.absent("answer");
        }
        return form.doing(
                () -> {
                    invitations.answer(token, answer, Map.of());
                    return "redirect:/rsvp/" + token;
                },
                () -> again(token, "answer/answer", form, response, page));
    }

    private String again(String token, String template, Form form, HttpServletResponse response, Model page) {
        try {
            show(invitations.look(token), token, page);
            return template;
        } catch (Answer no) {
            return noSuchLink(no, response, page);
        }
    }

    private static String show(Asked asked, String token, Model page) {
        page.addAttribute("asked", asked);
        page.addAttribute("token", token);
        return "answer/answer";
    }

    private static String noSuchLink(Answer no, HttpServletResponse response, Model page) {
        response.setStatus(no.status() == 410 ? 410 : 404);
        page.addAttribute("reason", OLD_LINKS.contains(no.reason()) ? no.reason() : "link-unknown");
        return "answer/link";
    }
}
