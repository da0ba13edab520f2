package vn.hoingo.invitations.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.hoingo.doors.Keyset;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.invitations.invitation.Invitation.Status;

/** Finds invitations for lists. */
public interface InvitationSearch {

    Page<Invitation> page(Filter filter, Paging paging);

    /**
     * What a list is narrowed to; what is null does not narrow it.
     *
     * @param partner only invitations of this partner's delegations
     */
    record Filter(
            @Nullable UUID event,
            @Nullable UUID activity,
            @Nullable UUID person,
            @Nullable UUID delegation,
            @Nullable UUID partner,
            @Nullable Status state,
            @Nullable Boolean waitlisted,
            @Nullable Boolean toReconfirm) {}

    /** In the store. */
    @Component
    class InTheStore implements InvitationSearch {

        private final MongoOperations mongo;

        InTheStore(MongoOperations mongo) {
            this.mongo = mongo;
        }

        @Override
        public Page<Invitation> page(Filter filter, Paging paging) {
            List<Criteria> all = new ArrayList<>();
            is(all, "event", filter.event());
            is(all, "activity", filter.activity());
            is(all, "guest", filter.person());
            is(all, "delegation", filter.delegation());
            is(all, "partner", filter.partner());
            is(all, "status", filter.state());
            is(all, "waitlisted", filter.waitlisted());
            is(all, "toReconfirm", filter.toReconfirm());
            return Keyset.page(
                    mongo,
                    Invitation.class,
                    all.isEmpty() ? new Criteria() : new Criteria().andOperator(all),
                    paging,
                    "-sentAt",
                    "answerBy",
                    "priority");
        }

        private static void is(List<Criteria> all, String field, @Nullable Object value) {
            if (value != null) {
                all.add(Criteria.where(field).is(value));
            }
        }
    }
}
