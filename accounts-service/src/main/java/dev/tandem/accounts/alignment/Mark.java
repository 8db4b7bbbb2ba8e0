package dev.tandem.accounts.alignment;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.PopulationName;
import java.util.stream.Stream;

/// What a joint account is marked with on behalf of a party, beside the built-in populations that its cells name.
public final class Mark {
    private Mark() {}

    /// The party's account in it is in this population of the party's own.
    public static String in(CompanyId party, PopulationName population) {
        return party + "/" + population;
    }

    /// The party's account in it is private.
    public static String withheld(CompanyId party) {
        return party + "/!";
    }

    static Stream<String> of(JointAccount.Member member) {
        var party = member.account().company();
        var own = member.customPopulations().stream().map(name -> in(party, name));
        return member.crossesNever() ? Stream.concat(own, Stream.of(withheld(party))) : own;
    }
}
