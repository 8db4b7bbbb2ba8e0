package dev.tandem.credit.settlement;

import dev.tandem.contracts.Money;
import dev.tandem.credit.export.Columns;
import dev.tandem.credit.export.JournalRow;
import dev.tandem.credit.settlement.Posted.Leg;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One line of the settlement's journal, as every format has it. Each party's position towards another
/// stands beside what it is for, so that the lines of one legal entity sum to zero by themselves.
///
/// @param account `<company>:owed:<other party>`, or `<company>:<kind>:<expense or deal>`
record SettlementRow(Posted entry, Leg leg, String account, Money amount) implements JournalRow {
    static final Columns COLUMNS = new Columns(
            "Settlement",
            List.of(
                    "journal_id",
                    "known_at",
                    "legal_entity",
                    "with",
                    "period",
                    "origin_period",
                    "kind",
                    "item",
                    "account",
                    "amount",
                    "currency",
                    "code",
                    "sentence",
                    "cause",
                    "hash"),
            Set.of(0, 9));

    static Stream<SettlementRow> of(Posted entry, Leg leg) {
        var place = leg.place();
        var position = leg.company() + ":owed:" + leg.with();
        var purpose = leg.company() + ":" + place.kind() + ":" + place.item();
        return Stream.of(
                new SettlementRow(entry, leg, position, leg.amount()),
                new SettlementRow(entry, leg, purpose, leg.amount().negated()));
    }

    @Override
    public String heading() {
        return "%s-01 * (%d) %s settlement".formatted(leg.posting(), entry.seq(), leg.company());
    }

    @Override
    public String hash() {
        return entry.hash();
    }

    @Override
    public List<String> texts() {
        var place = leg.place();
        return List.of(
                Long.toString(entry.seq()),
                entry.knownAt().toString(),
                leg.company().value(),
                leg.with().value(),
                leg.posting().toString(),
                place.origin().toString(),
                place.kind().name(),
                place.item(),
                account,
                amount.amount(),
                amount.currencyCode(),
                leg.because().code(),
                leg.because().sentence(),
                entry.cause(),
                entry.hash());
    }
}
