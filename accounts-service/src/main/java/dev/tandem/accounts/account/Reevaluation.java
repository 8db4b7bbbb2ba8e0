package dev.tandem.accounts.account;

import dev.tandem.accounts.population.OwnPopulations;
import dev.tandem.accounts.sharing.Governance;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.alignment.PopulationsTouched;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.intake.Incoming;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Judges all accounts of a company again once its populations are other ones: one page an event, so that other
/// companies get their turn.
@Component
public class Reevaluation {
    private static final int PAGE_SIZE = 200;

    private final Accounts accounts;
    private final AccountRecords records;
    private final OwnPopulations populations;
    private final Partnerships partnerships;
    private final Governance governance;

    Reevaluation(
            Accounts accounts,
            AccountRecords records,
            OwnPopulations populations,
            Partnerships partnerships,
            Governance governance) {
        this.partnerships = partnerships;
        this.governance = governance;
        this.accounts = accounts;
        this.records = records;
        this.populations = populations;
    }

    public void on(Incoming<PopulationsTouched> event) {
        var touched = event.payload();
        if (populations.now(touched.company()).revision() != touched.revision()) {
            return;
        }
        if (touched.after() == null) {
            named(touched.company()).forEach(governance::walk);
        }
        var last = page(touched.company(), Optional.ofNullable(touched.after()).map(CrmId::new));
        last.ifPresent(account -> populations.walkOn(event, account.value()));
    }

    /// That a population is defined at all may let in the company's accounts, or keep them out.
    private List<PartnershipId> named(CompanyId company) {
        return partnerships.open(company).stream()
                .filter(partnership -> partnership.inForce().stream()
                        .flatMap(agreement -> agreement.sharing().customRules().stream())
                        .anyMatch(rule -> rule.party().equals(company)))
                .map(PartnershipChanged::partnership)
                .toList();
    }

    /// @return where the next page begins, if there is one
    private Optional<CrmId> page(CompanyId company, Optional<CrmId> after) {
        var page = accounts.page(company, new org.springframework.data.mongodb.core.query.Criteria(), after, PAGE_SIZE);
        page.forEach(each -> records.judge(each.state().ref()));
        return page.size() < PAGE_SIZE
                ? Optional.empty()
                : Optional.of(page.getLast().state().ref()).map(AccountRef::account);
    }
}
