package vn.hoingo.logistics;

import vn.hoingo.messaging.test.ContractVerification;

class ContractTests extends ContractVerification {

    ContractTests() {
        super("vn.hoingo.logistics");
    }
}
