package vn.hoingo.operations;

import vn.hoingo.messaging.test.ContractVerification;

class ContractTests extends ContractVerification {
    ContractTests() {
        super("vn.hoingo.operations");
    }
}
