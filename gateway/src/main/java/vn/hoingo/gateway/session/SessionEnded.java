package vn.hoingo.gateway.session;

import org.springframework.security.core.AuthenticationException;

/** There was a session, and there is none any more: the person signs in again. */
class SessionEnded extends AuthenticationException {

    SessionEnded() {
        super("The session has ended");
    }
}
