package vn.hoingo.delegations.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.text.FoldedText;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Keyset;
import vn.hoingo.doors.Page;
import vn.hoingo.doors.Paging;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Decisions;

/** Where partners are registered and looked up. */
@Component
class PartnerDesk {

    private final Partners partners;
    private final Decisions decisions;
    private final MongoOperations mongo;

    PartnerDesk(Partners partners, Decisions decisions, MongoOperations mongo) {
        this.partners = partners;
        this.decisions = decisions;
        this.mongo = mongo;
    }

    Partner register(Particulars particulars) {
        PartnerId id = new PartnerId(Acting.current().newId("partner"));
        return decisions.open(partners, id, () -> Partner.register(id, particulars));
    }

    Partner change(PartnerId id, Particulars particulars) {
        return decisions.change(partners, id, partner -> partner.change(particulars));
    }

    /** A focal point sees its own partner; any other is not there for it. */
    Partner see(PartnerId id, Caller caller) {
        Partner partner = partners.get(id);
        if (!partner.isSeenBy(caller.partner())) {
            throw new Absent("Partner", id.value());
        }
        return partner;
    }

    Page<Partner> list(Question question, @Nullable UUID onlyThis, Paging paging) {
        List<Criteria> all = new ArrayList<>(FoldedText.search("search", question.words()));
        if (question.kind() != null) {
            all.add(Criteria.where("particulars.kind").is(question.kind()));
        }
        if (question.country() != null) {
            all.add(Criteria.where("particulars.countryCode").is(question.country()));
        }
        if (question.language() != null) {
            all.add(Criteria.where("particulars.language").is(question.language()));
        }
        if (onlyThis != null) {
            all.add(Criteria.where("_id").is(onlyThis));
        }
        Criteria criteria = all.isEmpty() ? new Criteria() : new Criteria().andOperator(all);
        return Keyset.page(mongo, Partner.class, criteria, paging, "name=sortName");
    }

    /** What a list of partners is narrowed to. */
    record Question(
            @Nullable String words,
            @Nullable PartnerKind kind,
            @Nullable String country,
            @Nullable String language) {}
}
