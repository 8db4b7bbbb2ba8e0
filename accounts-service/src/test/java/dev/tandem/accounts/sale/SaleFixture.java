package dev.tandem.accounts.sale;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.deal.DealChanged.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Deals that parties record on one joint account.
final class SaleFixture {
    static final CompanyId ACME = new CompanyId("acme");
    static final CompanyId GLOBEX = new CompanyId("globex");
    static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final PartnershipId PARTNERSHIP = new PartnershipId("p");
    private static final JointAccountId JOINT = new JointAccountId("j");

    private SaleFixture() {}

    static JointSales none() {
        return JointSales.none(PARTNERSHIP, JOINT);
    }

    /// Won on 2026-03-`day` for this amount, e.g. `100 EUR`.
    static DealChanged won(CompanyId owner, String id, int day, String net) {
        return deal(owner, id, LocalDate.of(2026, 3, 1).plusDays(day - 1L), net);
    }

    static DealChanged deal(CompanyId owner, String id, LocalDate on, String net) {
        var money = net.split(" ", 2);
        return new DealChanged(
                new DealId(id),
                1,
                PARTNERSHIP,
                owner,
                JOINT,
                new CrmId("O-" + id),
                null,
                on,
                Money.of(money[0], money[1]),
                Status.WON,
                NOW);
    }

    /// As its owner's CRM has it after its next change.
    static DealChanged next(DealChanged was, Status status, String net) {
        var money = net.split(" ", 2);
        return new DealChanged(
                was.deal(),
                was.revision() + 1,
                was.partnership(),
                was.owner(),
                was.jointAccount(),
                was.opportunity(),
                was.ownerRep(),
                was.effectiveDate(),
                Money.of(money[0], money[1]),
                status,
                NOW);
    }

    /// Recorded one after the other, where `lead` leads.
    static JointSales recorded(@Nullable CompanyId lead, DealChanged... deals) {
        var sales = none();
        for (var deal : deals) {
            sales = sales.recorded(deal, Optional.ofNullable(lead), NOW);
        }
        return sales;
    }

    static Word word(CompanyId company, @Nullable String dealOfRecord, String... deals) {
        return new Word(
                company,
                List.of(deals).stream().map(DealId::new).toList(),
                dealOfRecord == null ? null : new DealId(dealOfRecord),
                new Reason("WE_TALKED", "We talked about it."),
                "ann",
                NOW);
    }

    static Recorded find(JointSales sales, String deal) {
        return sales.find(new DealId(deal)).orElseThrow();
    }
}
