package vn.hoingo.invitations;

import vn.hoingo.messaging.test.ContractVerification;

class ContractTests extends ContractVerification {

    ContractTests() {
        super("vn.hoingo.invitations");
    }
}
