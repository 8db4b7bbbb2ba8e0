package dev.tandem.credit.deal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut.DealCredited;
import dev.tandem.contracts.crm.CrmOut.OwnCredit;
import dev.tandem.contracts.crm.CrmOut.OwnPoints;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Line;
import dev.tandem.credit.ledger.PointLine;
import dev.tandem.kit.store.Outgoing;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Each company's view of a deal's credit: its own people only, and its own CRM's ids only.
final class OwnCredits {
    private OwnCredits() {}

    /// How a rep of a company is found.
    interface Lookup extends BiFunction<CompanyId, RepId, Optional<RepChanged>> {}

    static List<Outgoing> events(DealChanged deal, Collection<Entry> entries, Lookup reps) {
        return companies(entries)
                .map(company -> Outgoing.to(
                        Topics.crmOut(company),
                        "credit/" + deal.deal(),
                        new DealCredited(
                                deal.partnership(),
                                deal.deal(),
                                company.equals(deal.owner()) ? deal.opportunity() : null,
                                deal.effectiveDate(),
                                credits(company, entries, reps),
                                points(company, entries, reps))))
                .toList();
    }

    private static Stream<CompanyId> companies(Collection<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> Stream.concat(
                        entry.credits().map(Line.Credit::company),
                        entry.gained().map(PointLine.Gained::company)))
                .distinct()
                .sorted();
    }

    /// What each rep has in all, with the sentence of the last line; those who came to nothing are left out.
    private static List<OwnCredit> credits(CompanyId company, Collection<Entry> entries, Lookup reps) {
        var totals = new TreeMap<String, OwnCredit>();
        entries.stream()
                .flatMap(Entry::credits)
                .filter(credit -> credit.company().equals(company))
                .forEach(credit -> {
                    var place = credit.rep() + "/" + credit.creditType() + "/"
                            + credit.amount().currencyCode();
                    totals.merge(place, own(credit, reps), OwnCredits::added);
                });
        return totals.values().stream().filter(own -> !own.amount().isZero()).toList();
    }

    /// Likewise, of recognition points.
    private static List<OwnPoints> points(CompanyId company, Collection<Entry> entries, Lookup reps) {
        var totals = new TreeMap<String, OwnPoints>();
        entries.stream()
                .flatMap(Entry::gained)
                .filter(gained -> gained.company().equals(company))
                .forEach(gained -> totals.merge(gained.rep().value(), own(gained, reps), OwnCredits::added));
        return totals.values().stream().filter(own -> own.points() != 0).toList();
    }

    private static OwnCredit own(Line.Credit credit, Lookup reps) {
        return new OwnCredit(
                credit.rep(),
                user(credit.company(), credit.rep(), reps),
                credit.creditType().name(),
                credit.amount(),
                credit.because().reason());
    }

    private static OwnPoints own(PointLine.Gained gained, Lookup reps) {
        return new OwnPoints(
                gained.rep(),
                user(gained.company(), gained.rep(), reps),
                gained.points(),
                gained.because().reason());
    }

    private static @Nullable CrmId user(CompanyId company, RepId rep, Lookup reps) {
        return reps.apply(company, rep)
                .map(RepChanged::crmUser)
                .filter(user -> !user.isErased())
                .orElse(null);
    }

    private static OwnCredit added(OwnCredit before, OwnCredit next) {
        return new OwnCredit(
                next.rep(), next.crmUser(), next.creditType(), before.amount().plus(next.amount()), next.because());
    }

    private static OwnPoints added(OwnPoints before, OwnPoints next) {
        return new OwnPoints(next.rep(), next.crmUser(), before.points() + next.points(), next.because());
    }
}
