package dev.tandem.accounts.alignment;

import dev.tandem.accounts.matching.Evidence;
import dev.tandem.accounts.matching.Group;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.JointAccountId;
import java.util.List;

/// One write on the way from the joint accounts as they are to what matching says.
///
/// @param members the accounts that it has after the step
record Step(JointAccountId id, List<AccountRef> members, List<AccountRef> duplicates, List<Evidence> because) {

    static Step to(JointAccountId id, Group group) {
        return new Step(id, group.members(), group.duplicates(), group.because());
    }

    /// Lets go of members, so that another joint account may take them; all else stays, so that a step that was the
    /// last before a crash is found again.
    static Step keeping(JointAccount joint, List<AccountRef> members) {
        return new Step(joint.id(), members, joint.duplicates(), joint.because());
    }

    static Step dissolving(JointAccountId id) {
        return new Step(id, List.of(), List.of(), List.of());
    }
}
