package vn.hoingo.events.dossier;

import vn.hoingo.doors.Coded;

/** How far a paper is. */
public enum Readiness implements Coded {
    MISSING,
    DRAFT,
    READY
}
