package vn.hoingo.portal.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.webjars.WebJarVersionLocator;

/** The few bootstrap icons that our pages use, as one small sheet; the whole font would be forty times as heavy. */
@Controller
class Icons {

    private static final List<String> USED = List.of(
            "airplane",
            "arrow-right",
            "arrow-repeat",
            "bell",
            "broadcast",
            "building",
            "calendar-event",
            "car-front",
            "chat-left-text",
            "check-lg",
            "chevron-left",
            "chevron-right",
            "clock",
            "cloud-check",
            "envelope",
            "exclamation-triangle-fill",
            "file-earmark-text",
            "geo-alt",
            "globe",
            "inbox",
            "info-circle",
            "pause-fill",
            "pencil",
            "people",
            "person-badge",
            "play-fill",
            "plus-lg",
            "search",
            "star-fill",
            "ticket-perforated",
            "translate",
            "x-lg");

    private static final Pattern DRAWING =
            Pattern.compile("<svg[^>]*viewBox=\"([^\"]+)\"[^>]*>(.*)</svg>", Pattern.DOTALL);

    private final String sheet;
    private final String version;

    Icons() throws IOException {
        String webjar = Objects.requireNonNull(new WebJarVersionLocator().version("bootstrap-icons"));
        StringBuilder drawings = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\">");
        for (String name : USED) {
            drawings.append(symbol(name, webjar));
        }
        sheet = drawings.append("</svg>").toString();
        version = DigestUtils.md5DigestAsHex(sheet.getBytes(StandardCharsets.UTF_8))
                .substring(0, 8);
    }

    private static String symbol(String name, String webjar) throws IOException {
        String place = "META-INF/resources/webjars/bootstrap-icons/" + webjar + "/icons/" + name + ".svg";
        try (InputStream file = new ClassPathResource(place).getInputStream()) {
            Matcher drawing = DRAWING.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            if (!drawing.find()) {
                throw new IllegalStateException(name + " is not an icon");
            }
            return "<symbol id=\"" + name + "\" viewBox=\"" + drawing.group(1) + "\" fill=\"currentColor\">"
                    + drawing.group(2).strip() + "</symbol>";
        }
    }

    String path() {
        return "/assets/icons.svg?v=" + version;
    }

    @GetMapping("/assets/icons.svg")
    ResponseEntity<String> sheet() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
                .body(sheet);
    }
}
