package vn.hoingo.delegations.text;

/**
 * One thing that is wrong, said to whoever reads it later and in whichever language.
 *
 * @param at where: the code of a field, or empty
 */
public record Finding(String at, Text words) {}
