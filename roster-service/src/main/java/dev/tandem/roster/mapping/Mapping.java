package dev.tandem.roster.mapping;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.alignment.JointAccountChanged.Book;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.alignment.JointAccountChanged.Tier;
import dev.tandem.contracts.roster.RosterChange.Assignment;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The counterparts of one joint account.
///
/// @param members as aligned; none once dissolved
/// @param assignments with history
/// @param governedBy the revision by which `told` was decided, 0 for none
/// @param tier in the shared book; null outside it
/// @param told what each company was last sent, as a hash; a company that was never sent anything is not in it
record Mapping(
        JointAccountId jointAccount,
        PartnershipId partnership,
        List<Member> members,
        List<Assignment> assignments,
        int governedBy,
        Map<String, String> told,
        @Nullable Tier tier) {

    /// In the place of a hash, when what was sent was withdrawn.
    static final String WITHDRAWN = "WITHDRAWN";

    Mapping {
        members = List.copyOf(members);
        assignments = List.copyOf(assignments);
        told = Map.copyOf(told);
    }

    static Mapping of(JointAccountId jointAccount, PartnershipId partnership) {
        return new Mapping(jointAccount, partnership, List.of(), List.of(), 0, Map.of(), null);
    }

    CounterpartsChanged event() {
        return new CounterpartsChanged(partnership, jointAccount, assignments);
    }

    List<Assignment> current() {
        return assignments.stream()
                .filter(assignment -> assignment.until() == null)
                .toList();
    }

    List<Member> membersOf(CompanyId company) {
        return members.stream()
                .filter(member -> member.account().company().equals(company))
                .sorted(java.util.Comparator.comparing(Member::account))
                .toList();
    }

    Mapping with(List<Member> aligned) {
        return new Mapping(jointAccount, partnership, aligned, assignments, governedBy, told, tier);
    }

    Mapping in(Book book) {
        var next = book.agreed() ? book.tier() : null;
        return new Mapping(jointAccount, partnership, members, assignments, governedBy, told, next);
    }

    Mapping assigned(List<Assignment> next) {
        return new Mapping(jointAccount, partnership, members, next, governedBy, told, tier);
    }

    Mapping governed(int revision) {
        return new Mapping(jointAccount, partnership, members, assignments, revision, told, tier);
    }

    Mapping told(CompanyId company, String what) {
        var all = new HashMap<>(told);
        all.put(company.value(), what);
        return new Mapping(jointAccount, partnership, members, assignments, governedBy, all, tier);
    }
}
