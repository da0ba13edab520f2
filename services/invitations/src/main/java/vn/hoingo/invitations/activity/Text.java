package vn.hoingo.invitations.activity;

/** A name in both languages of the house. */
public record Text(String vi, String en) {

    /** In this language; Vietnamese where it is neither. */
    public String in(String language) {
        return language.equals("en") ? en : vi;
    }
}
