package vn.hoingo.delegations.vault;

import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All looks that were taken; written before anything is shown. */
interface Views extends Repository<View, UUID> {

    View save(View view);
}
