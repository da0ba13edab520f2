package vn.hoingo.portal.relay;

/** The reader's sign-in is over; the same page waits after the next one. */
public class SignInEnded extends RuntimeException {}
