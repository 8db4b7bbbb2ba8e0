package dev.tandem.credit.cut;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.export.JournalFilter;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Line.Credit;
import dev.tandem.credit.ledger.Link;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Sums the lines of a chain up to an entry, by whatever is asked.
///
/// @param by in the order of the columns
/// @param only which lines count
record Cut(List<Dimension> by, JournalFilter only) {
    private static final char BETWEEN = '\u001f';

    /// @param of what the row is of, by the names of the dimensions: as filters they lead to its deals
    /// @param lines how many were summed
    record Row(Map<String, String> of, CreditType creditType, Money amount, long lines) {
        private Row plus(Row other) {
            return new Row(of, creditType, amount.plus(other.amount), lines + other.lines);
        }

        static Page<Row> page(List<Row> rows, Paging paging) {
            var after = paging.after().orElse("");
            var wanted = rows.stream()
                    .filter(row -> row.position().compareTo(after) > 0)
                    .limit(paging.fetch())
                    .toList();
            return paging.page(wanted, Row::position);
        }

        /// Its place among the rows.
        String position() {
            return String.join(String.valueOf(BETWEEN), of.values())
                    + BETWEEN
                    + creditType
                    + BETWEEN
                    + amount.currencyCode();
        }
    }

    Fold fold() {
        return new Fold();
    }

    /// Holds one row per combination, and no line.
    final class Fold {
        private final TreeMap<String, Row> rows = new TreeMap<>();

        void add(PartnershipId partnership, Link link) {
            if (link instanceof Entry entry) {
                only.credits(entry).forEach(credit -> add(partnership, entry, credit));
            }
        }

        private void add(PartnershipId partnership, Entry entry, Credit credit) {
            var of = new LinkedHashMap<String, String>();
            by.forEach(dimension -> of.put(dimension.text(), dimension.of(partnership, entry, credit)));
            var row = new Row(of, credit.creditType(), credit.amount(), 1);
            rows.merge(row.position(), row, Row::plus);
        }

        List<Row> rows() {
            return new ArrayList<>(rows.values());
        }
    }
}
