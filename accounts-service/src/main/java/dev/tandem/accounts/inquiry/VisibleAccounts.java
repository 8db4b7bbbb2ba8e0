package dev.tandem.accounts.inquiry;

import dev.tandem.accounts.alignment.SeenJointAccounts;
import dev.tandem.accounts.alignment.SeenJointAccounts.Seen;
import dev.tandem.accounts.issuing.IssuedIds;
import dev.tandem.accounts.overlap.PartnerAccounts;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The partners' accounts that a company sees, by the agreement in force at the moment of reading.
@Component
class VisibleAccounts {
    /// Of either kind in one answer.
    private static final int LOOKED_AT_MAX = 2_000;

    private final SeenJointAccounts joints;
    private final PartnerAccounts listed;
    private final IssuedIds ids;

    VisibleAccounts(SeenJointAccounts joints, PartnerAccounts listed, IssuedIds ids) {
        this.joints = joints;
        this.listed = listed;
        this.ids = ids;
    }

    /// @param complete whether these are all
    record Some(List<Candidate> candidates, boolean complete) {}

    Some some(CompanyId reader, PartnershipChanged partnership) {
        var overlap = joints.page(reader, partnership, false, "", LOOKED_AT_MAX);
        var beside = listed.page(reader, partnership, Optional.empty(), LOOKED_AT_MAX);
        var names = ids.partnerAccounts(partnership.partnership());
        var found = new ArrayList<Candidate>();
        overlap.forEach(seen -> of(seen).forEach(found::add));
        beside.forEach(row -> found.add(
                new Candidate(row.account(), row.account().company(), null, names.apply(row.account()), row.fields())));
        return new Some(found, overlap.size() < LOOKED_AT_MAX && beside.size() < LOOKED_AT_MAX);
    }

    /// The partners' accounts of a joint account.
    List<Candidate> of(CompanyId reader, PartnershipChanged partnership, JointAccountId id) {
        return joints.find(reader, partnership, id)
                .map(seen -> of(seen).toList())
                .orElse(List.of());
    }

    private static Stream<Candidate> of(Seen seen) {
        return seen.partners().stream()
                .flatMap(partner -> seen
                        .joint()
                        .member(partner.company())
                        .map(member -> new Candidate(
                                member.account(),
                                partner.company(),
                                seen.joint().id(),
                                null,
                                partner.fields()))
                        .stream());
    }

    /// The account that the list calls so.
    Optional<Candidate> named(CompanyId reader, PartnershipChanged partnership, String name) {
        var names = ids.partnerAccounts(partnership.partnership());
        return listed.find(reader, partnership, account -> names.apply(account).equals(name))
                .map(row -> new Candidate(row.account(), row.account().company(), null, name, row.fields()));
    }
}
