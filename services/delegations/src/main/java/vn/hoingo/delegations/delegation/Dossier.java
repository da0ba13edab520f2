package vn.hoingo.delegations.delegation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hoingo.delegations.document.DocumentView;
import vn.hoingo.delegations.event.KnownEvent;
import vn.hoingo.delegations.partner.Partner;
import vn.hoingo.delegations.person.Person;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.delegations.vault.VaultField;

/** A delegation with everything that lies elsewhere and is read together with it. */
record Dossier(
        Delegation delegation,
        @Nullable Partner partner,
        @Nullable KnownEvent event,
        @Nullable Integer quota,
        Map<PersonId, Person> people,
        Map<UUID, Set<VaultField>> onFile,
        List<DocumentView> documents) {}
