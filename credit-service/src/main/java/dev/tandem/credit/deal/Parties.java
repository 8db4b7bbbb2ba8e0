package dev.tandem.credit.deal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.contracts.roster.RosterChange.Spell;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Who may look into which partnership, and whose names they may read there.
@Service
public class Parties {
    private final Partnerships partnerships;
    private final Reps reps;

    Parties(Partnerships partnerships, Reps reps) {
        this.partnerships = partnerships;
        this.reps = reps;
    }

    /// Empty unless the company is a party.
    public Optional<PartnershipChanged> partnership(CompanyId reader, PartnershipId partnership) {
        return partnerships.find(reader, partnership);
    }

    public List<PartnershipChanged> partnershipsOf(CompanyId reader) {
        return partnerships.of(reader);
    }

    /// The rep that a person of the company is: the token's subject is their user in the company's CRM, or their email.
    public Optional<RepId> repOf(CompanyId company, String person) {
        return reps.ofPerson(company, person).map(RepChanged::rep);
    }

    /// By what is kept who said something: the opaque id of whoever is a rep, so that the person can be erased, else
    /// the token's subject.
    public String who(CompanyId company, String person) {
        return repOf(company, person).map(RepId::value).orElse(person);
    }

    /// Whom a rep of the company reports to on a day.
    public Optional<RepId> managerOf(CompanyId company, RepId rep, LocalDate day) {
        return reps.find(company, rep).flatMap(known -> known.on(day)).map(Spell::manager);
    }

    /// Whether the rep is known as one of the company's.
    public boolean employs(CompanyId company, RepId rep) {
        return reps.find(company, rep).isPresent();
    }

    /// The name of a company's rep, as far as the reader may know it: one's own, and the partner's only under an
    /// agreement in force by which the partner shows the owners of all its accounts. Of which population an account
    /// is does not matter then, and cannot be learnt from whether there is a name.
    public Optional<String> nameOf(CompanyId reader, PartnershipChanged partnership, CompanyId company, RepId rep) {
        return reader.equals(company) || showsOwners(partnership, company)
                ? reps.find(company, rep).map(RepChanged::name)
                : Optional.empty();
    }

    private static boolean showsOwners(PartnershipChanged partnership, CompanyId company) {
        return partnership
                .inForce()
                .map(agreement -> agreement.sharing().showsOfAll(company, SharedField.OWNER))
                .orElse(false);
    }
}
