package dev.tandem.credit.crediting;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import java.util.Comparator;

/// Who receives credit: a rep, or a company's pool. Ordered by company and rep, which is the last
/// word where two shares are otherwise alike.
public record Recipient(CompanyId company, RepId rep) implements Comparable<Recipient> {
    /// Stands for a company's pool where a rep would stand; roster-service never issues it.
    static final RepId POOL = new RepId("pool");

    private static final Comparator<Recipient> ORDER =
            Comparator.comparing(Recipient::company).thenComparing(Recipient::rep);

    static Recipient pool(CompanyId company) {
        return new Recipient(company, POOL);
    }

    @Override
    public int compareTo(Recipient other) {
        return ORDER.compare(this, other);
    }
}
