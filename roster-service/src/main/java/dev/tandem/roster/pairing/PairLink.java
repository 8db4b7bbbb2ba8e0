package dev.tandem.roster.pairing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.pairing.Evidence.Trait;
import dev.tandem.roster.pairing.Plan.Member;
import dev.tandem.roster.pairing.Plan.Paired;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Two counterparts as the plan last had them, apart from the plan: so one rep's are read without it, and each party's
/// systems are told of each pair by the write that changes it.
///
/// @param agreed whether the plan has them now
/// @param told what each party was last sent, as a hash; one that was never sent anything is not in it
record PairLink(PartnershipId partnership, Paired paired, boolean agreed, Map<String, String> told) {

    /// In the place of a hash, when what was sent was withdrawn.
    static final String WITHDRAWN = "WITHDRAWN";

    PairLink {
        told = Map.copyOf(told);
    }

    /// Stored, so that a rep's pairs are found.
    @JsonProperty
    List<RepId> reps() {
        return List.of(paired.one().rep(), paired.other().rep());
    }

    Member of(CompanyId company) {
        return paired.one().company().equals(company) ? paired.one() : paired.other();
    }

    Member besides(CompanyId company) {
        return paired.one().company().equals(company) ? paired.other() : paired.one();
    }

    Member besideRep(RepId rep) {
        return paired.one().rep().equals(rep) ? paired.other() : paired.one();
    }

    PairLink agreed(Paired now) {
        return new PairLink(partnership, now, true, told);
    }

    PairLink parted() {
        return new PairLink(partnership, paired, false, told);
    }

    PairLink told(CompanyId party, String what) {
        var all = new HashMap<>(told);
        all.put(party.value(), what);
        return new PairLink(partnership, paired, agreed, all);
    }

    /// Whether somebody holds something of it.
    @JsonProperty
    boolean standing() {
        return agreed || told.values().stream().anyMatch(what -> !what.equals(WITHDRAWN));
    }

    /// Whether somebody decided that they work together.
    boolean wanted() {
        return paired.evidence().traits().contains(Trait.WANTED);
    }
}
