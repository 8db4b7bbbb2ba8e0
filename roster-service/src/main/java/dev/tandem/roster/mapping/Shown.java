package dev.tandem.roster.mapping;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingPolicy;
import java.util.EnumSet;
import java.util.Set;

/// What a sharing policy lets the other parties see of a company's reps. Who covers an account is seen where the
/// account itself is seen row by row; the name and address of that rep only where the account's owner is shown too.
/// Where the account's population is not known, only what all populations show.
record Shown(SharingPolicy policy) {

    boolean row(Member member) {
        return member.placements().stream()
                .allMatch(placement -> policy.levelOf(placement).showsOverlappingRows());
    }

    boolean person(Member member) {
        return member.placements().stream()
                .allMatch(placement -> policy.fieldsOf(placement).contains(SharedField.OWNER));
    }

    /// The populations in which a company shows its account owners.
    Set<Population> peopleOf(CompanyId company) {
        var shown = EnumSet.allOf(Population.class);
        shown.removeIf(population -> !person(company, population));
        return shown;
    }

    private boolean person(CompanyId company, Population population) {
        return policy.fieldsOf(company, population).contains(SharedField.OWNER);
    }
}
