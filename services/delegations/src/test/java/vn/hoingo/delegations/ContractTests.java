package vn.hoingo.delegations;

import vn.hoingo.messaging.test.ContractVerification;

class ContractTests extends ContractVerification {
    ContractTests() {
        super("vn.hoingo.delegations");
    }
}
