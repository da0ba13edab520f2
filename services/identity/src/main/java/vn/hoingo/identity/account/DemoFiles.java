package vn.hoingo.identity.account;

import java.util.Optional;
import org.springframework.data.repository.Repository;
import vn.hoingo.identity.account.DemoAccounts.DemoFile;

/** What the demo's accounts were made from. */
interface DemoFiles extends Repository<DemoFile, String> {

    Optional<DemoFile> findById(String name);

    DemoFile save(DemoFile file);
}
