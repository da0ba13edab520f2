package vn.hoingo.operations.sentence;

/** The same words in both languages of the house. */
public record Sentence(String vi, String en) {

    public String in(String language) {
        return language.equals("vi") ? vi : en;
    }
}
