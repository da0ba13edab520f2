package vn.hoingo.delegations.accreditation;

import java.util.List;
import java.util.UUID;
import vn.hoingo.delegations.member.MemberKind;

/** Knows who is approved to come. */
public interface Delegates {

    /** The approved members of a delegation; none unless it is approved, now. */
    List<Delegate> approved(UUID delegation);

    /** One member whom the host receives. */
    record Delegate(UUID delegation, UUID event, UUID partner, UUID member, UUID person, MemberKind kind) {}
}
