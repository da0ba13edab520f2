package vn.hoingo.identity.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** All accounts. An address belongs to one of them only. */
interface Accounts extends Repository<Account, UUID> {

    Optional<Account> findById(UUID id);

    Optional<Account> findByEmail(String email);

    List<Account> findByIdInOrderById(Collection<UUID> ids);

    List<Account> findByIdGreaterThanOrderById(UUID after, Limit limit);

    List<Account> findByPartnerIsNullOrderByName();

    long count();

    Account save(Account account);
}
