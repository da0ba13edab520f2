package vn.hoingo.operations.naming;

/** What something is called, in both languages of the house. */
public record Name(String vi, String en) {}
