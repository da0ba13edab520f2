package vn.hoingo.events.dossier;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a paper is. */
public enum Readiness {
    @JsonProperty("missing")
    MISSING,
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("ready")
    READY
}
