package vn.hoingo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoingo.identity.LocalPath;
import vn.hoingo.identity.account.AccountDesk;
import vn.hoingo.identity.account.AccountRefusal;

/** The door for people: a password, or a link by mail. */
@Controller
@RequestMapping("/identity/sign-in")
class SignInPage {

    private final AccountDesk accounts;
    private final SignInCookie cookie;

    SignInPage(AccountDesk accounts, SignInCookie cookie) {
        this.accounts = accounts;
        this.cookie = cookie;
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable String returnTo, Model model) {
        return page("", returnTo, model);
    }

    @PostMapping
    String enter(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String returnTo,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            cookie.signIn(accounts.enter(email, password, request.getRemoteAddr()), request, response);
            return "redirect:" + LocalPath.of(returnTo).orElse(LocalPath.HOME);
        } catch (AccountRefusal refusal) {
            boolean tooMany = refusal.reason() == AccountRefusal.Reason.TOO_MANY_ATTEMPTS;
            response.setStatus((tooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNAUTHORIZED).value());
            model.addAttribute("refusal", refusal.words());
            return page(email, returnTo, model);
        }
    }

    private static String page(String email, @Nullable String returnTo, Model model) {
        model.addAttribute("email", email);
        model.addAttribute("returnTo", LocalPath.of(returnTo).orElse(LocalPath.HOME));
        return "identity/sign-in";
    }
}
