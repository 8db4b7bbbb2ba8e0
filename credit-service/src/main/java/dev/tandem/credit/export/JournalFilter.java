package dev.tandem.credit.export;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.ledger.Assessment;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.credit.ledger.Line;
import dev.tandem.credit.ledger.PointLine;
import dev.tandem.kit.web.Problem;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which lines of a partnership's journal; each left out if it does not matter. JSON, files and cuts
/// take the same, so that a figure of one leads to its lines in the others.
///
/// @param period in whose books they stand, such as `2026-03`
/// @param company the legal entity whose people they are about
/// @param account the joint account of the deal
/// @param product what was sold, where that is told
/// @param asOf the last entry that is read; all there are, if left out
public record JournalFilter(
        @Nullable String period,
        @Nullable String company,
        @Nullable String currency,
        @Nullable String rep,
        @Nullable String account,
        @Nullable String product,
        @Nullable String creditType,
        @Nullable String deal,
        @Nullable String asOf) {

    /// @throws dev.tandem.kit.web.ProblemException 400 naming what could never be found
    ///
    /// @param parties whose people there may be lines of
    public void check(Collection<CompanyId> parties) {
        var wrong = new ArrayList<Violation>();
        if (period != null && !isMonth(period)) {
            wrong.add(new Violation("period", "MALFORMED", "must be a month such as 2026-01"));
        }
        if (company != null && parties.stream().noneMatch(party -> party.value().equals(company))) {
            wrong.add(new Violation("company", "NOT_A_PARTY", "must be one of the parties"));
        }
        if (currency != null && !isCurrency(currency)) {
            wrong.add(new Violation("currency", "UNKNOWN", "must be a currency of ISO 4217"));
        }
        if (creditType != null && !isCreditType(creditType)) {
            wrong.add(new Violation("creditType", "UNKNOWN", "must be one of " + List.of(CreditType.values())));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    /// Of whatever rep and deal.
    public static JournalFilter of(@Nullable String period, @Nullable String company, @Nullable String currency) {
        return new JournalFilter(period, company, currency, null, null, null, null, null, null);
    }

    /// Of one company's people only.
    public JournalFilter of(CompanyId only) {
        return new JournalFilter(period, only.value(), currency, rep, account, product, creditType, deal, asOf);
    }

    private static boolean isMonth(String period) {
        try {
            return YearMonth.parse(period).toString().equals(period);
        } catch (DateTimeException malformed) {
            return false;
        }
    }

    private static boolean isCurrency(String currency) {
        return Currency.availableCurrencies()
                .anyMatch(each -> each.getCurrencyCode().equals(currency));
    }

    private static boolean isCreditType(String creditType) {
        return Stream.of(CreditType.values()).anyMatch(each -> each.name().equals(creditType));
    }

    /// The last entry that is read.
    ///
    /// @throws dev.tandem.kit.web.ProblemException 400 naming `asOf`, when there is none such
    public long through(Ledger ledger, PartnershipId partnership) {
        return AsOf.entry(ledger, partnership, asOf);
    }

    /// Whether no line is left out, up to the last entry that is read.
    public boolean takesAll() {
        return Stream.of(period, company, currency, rep, account, product, creditType, deal)
                .allMatch(Objects::isNull);
    }

    /// What participants gained or lost.
    public Stream<Line.Credit> credits(Entry entry) {
        return takes(entry.deal()) ? entry.credits().filter(this::takes) : Stream.empty();
    }

    /// The same with what the deal gave for it beside, so that it balances by itself.
    public List<Line> lines(Entry entry) {
        if (takesAll()) {
            return entry.lines();
        }
        var credits = credits(entry).toList();
        var given = Line.Clearing.of(entry.deal().deal(), credits);
        return Stream.<Line>concat(credits.stream(), given).toList();
    }

    /// Recognition points alike: those of a person, company or period, and none of a currency or type.
    public List<PointLine> points(Entry entry) {
        if (!takes(entry.deal()) || currency != null || creditType != null) {
            return List.of();
        }
        var gained = entry.gained().filter(this::takes).toList();
        var issued = PointLine.Issued.of(entry.deal().deal(), gained);
        return Stream.<PointLine>concat(gained.stream(), issued).toList();
    }

    private boolean takes(Assessment of) {
        return is(deal, of.deal())
                && is(account, of.jointAccount())
                && is(product, Objects.requireNonNullElse(of.product(), ""));
    }

    private boolean takes(Line.Credit credit) {
        return is(company, credit.company())
                && is(rep, credit.rep())
                && is(period, credit.periods().posting())
                && is(creditType, credit.creditType())
                && is(currency, credit.amount().currencyCode());
    }

    private boolean takes(PointLine.Gained gained) {
        return is(company, gained.company())
                && is(rep, gained.rep())
                && is(period, gained.periods().posting());
    }

    private static boolean is(@Nullable String wanted, Object value) {
        return wanted == null || wanted.equals(value.toString());
    }
}
