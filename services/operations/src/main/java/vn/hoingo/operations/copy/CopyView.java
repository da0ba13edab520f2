package vn.hoingo.operations.copy;

import vn.hoingo.operations.flow.ServiceMessaging;

/**
 * A local copy.
 *
 * @param state living, rebuilding, rebuilt or failed
 * @param heard messages taken by the rebuild so far
 * @param behind messages that it has still to take
 */
record CopyView(String service, String copy, String state, long heard, long behind) {

    static CopyView of(String service, ServiceMessaging.Copy copy) {
        return new CopyView(service, copy.copy(), copy.state(), copy.heard(), copy.behind());
    }
}
