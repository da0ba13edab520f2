package vn.hoingo.invitations.guest;

/** A link that opens nothing, and why. */
public final class LinkRefused extends RuntimeException {

    private final Why why;

    public LinkRefused(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** What may be wrong with a link. */
    public enum Why {
        /** Mistyped, cut off, or forged: we never wrote it. */
        LINK_UNKNOWN,
        LINK_EXPIRED,
        /** A newer letter carries a newer link. */
        LINK_REPLACED,
        INVITATION_REVOKED
    }
}
