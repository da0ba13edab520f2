package vn.hoingo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the switch leads: the same page again, with what it was opened with. */
@ControllerAdvice(annotations = Controller.class)
class LanguageSwitch {

    @ModelAttribute("languageLink")
    String languageLink(HttpServletRequest request) {
        UriComponentsBuilder here = UriComponentsBuilder.fromPath(request.getRequestURI());
        Map<String, Object> values = new HashMap<>();
        for (String name : List.of("returnTo", "token")) {
            String value = request.getParameter(name);
            if (value != null) {
                here.queryParam(name, "{" + name + "}");
                values.put(name, value);
            }
        }
        String link = here.encode().buildAndExpand(values).toUriString();
        return link + (link.contains("?") ? "&" : "?");
    }
}
