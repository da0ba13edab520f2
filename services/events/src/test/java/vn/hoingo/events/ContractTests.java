package vn.hoingo.events;

import vn.hoingo.messaging.test.ContractVerification;

class ContractTests extends ContractVerification {
    ContractTests() {
        super("vn.hoingo.events");
    }
}
