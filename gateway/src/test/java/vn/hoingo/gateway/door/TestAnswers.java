package vn.hoingo.gateway.door;

import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's own words. */
final class TestAnswers {

    private TestAnswers() {}

    static Answers answers() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("messages");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        words.setAlwaysUseMessageFormat(true);
        return new Answers(words, JsonMapper.shared());
    }
}
