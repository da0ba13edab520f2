package vn.hoingo.delegations.vault;

import org.springframework.stereotype.Component;

/** Secrets for other uses than the vault, each of its own; they follow from the one secret of this service. */
@Component
public class Secrets {

    private final MasterKey master;

    Secrets(MasterKey master) {
        this.master = master;
    }

    /** 32 bytes, the same whenever the same use asks. */
    public byte[] of(String use) {
        return master.secretFor(use);
    }
}
