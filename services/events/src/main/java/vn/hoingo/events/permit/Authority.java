package vn.hoingo.events.permit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may permit an international conference. Which is which stands in the rule set. */
enum Authority {
    @JsonProperty("competent-person")
    COMPETENT_PERSON("competent-person"),
    @JsonProperty("prime-minister")
    PRIME_MINISTER("prime-minister");

    private final String code;

    Authority(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
