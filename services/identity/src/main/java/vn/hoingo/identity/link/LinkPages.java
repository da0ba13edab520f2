package vn.hoingo.identity.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.hoingo.identity.LocalPath;
import vn.hoingo.identity.account.Account;
import vn.hoingo.identity.link.Link.State;
import vn.hoingo.identity.signin.SignInCookie;

/** The pages of one-time links. Looking at a link changes nothing: mail programs look, too. The button opens it. */
@Controller
@RequestMapping("/identity")
class LinkPages {

    private final LinkDesk desk;
    private final SignInCookie cookie;

    LinkPages(LinkDesk desk, SignInCookie cookie) {
        this.desk = desk;
        this.cookie = cookie;
    }

    @PostMapping("/links")
    String ask(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(required = false) @Nullable String returnTo,
            HttpServletRequest request) {
        LocalPath place = LocalPath.of(returnTo).orElse(LocalPath.HOME);
        desk.ask(email, place, request.getRemoteAddr());
        return "redirect:"
                + UriComponentsBuilder.fromPath("/identity/links/sent")
                        .queryParam("returnTo", "{returnTo}")
                        .encode()
                        .buildAndExpand(place)
                        .toUriString();
    }

    @GetMapping("/links/sent")
    String sent(@RequestParam(required = false) @Nullable String returnTo, Model model) {
        model.addAttribute("returnTo", LocalPath.of(returnTo).orElse(LocalPath.HOME));
        return "identity/sent";
    }

    @GetMapping("/link")
    String look(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        State state = desk.look(token);
        model.addAttribute("token", token);
        return page(state, LocalPath.HOME, model, response);
    }

    @PostMapping("/link")
    String open(
            @RequestParam(defaultValue = "") String token,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        LinkDesk.Opening opening = desk.open(token);
        Account account = opening.account();
        if (account == null) {
            return page(opening.state(), opening.returnTo(), model, response);
        }
        cookie.signIn(account, request, response);
        return "redirect:" + onward(opening.returnTo());
    }

    /** By the gateway's own door, so that whoever was signed in there before is not taken for the one who came now. */
    private static String onward(LocalPath returnTo) {
        if (returnTo.value().startsWith("/oauth2/")) {
            return returnTo.value();
        }
        return UriComponentsBuilder.fromPath("/sign-in")
                .queryParam("returnTo", "{returnTo}")
                .encode()
                .buildAndExpand(returnTo)
                .toUriString();
    }

    private static String page(State state, LocalPath returnTo, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("returnTo", returnTo);
        model.addAttribute("state", state.name().toLowerCase(Locale.ROOT));
        response.setStatus(
                switch (state) {
                    case OPEN -> HttpStatus.OK.value();
                    case USED, EXPIRED -> HttpStatus.GONE.value();
                    case UNKNOWN -> HttpStatus.NOT_FOUND.value();
                });
        return "identity/link";
    }
}
