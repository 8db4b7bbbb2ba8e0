package dev.tandem.roster.exchange;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import java.util.HashMap;
import java.util.Map;

/// What each party was last sent of a rep, as a hash; a party that was never sent anything is not in it.
record ToldRep(PartnershipId partnership, CompanyId company, RepId rep, Map<String, String> told) {

    /// In the place of a hash, when what was sent was withdrawn.
    static final String WITHDRAWN = "WITHDRAWN";

    ToldRep {
        told = Map.copyOf(told);
    }

    ToldRep told(CompanyId party, String what) {
        var all = new HashMap<>(told);
        all.put(party.value(), what);
        return new ToldRep(partnership, company, rep, all);
    }
}
