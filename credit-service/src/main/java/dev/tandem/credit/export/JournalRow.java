package dev.tandem.credit.export;

import dev.tandem.contracts.Money;
import java.util.List;

/// One line of a journal, as every format has it. The rows of one transaction follow one another and sum to zero per
/// currency.
public interface JournalRow {
    /// In the order of the columns; empty where a row has none.
    List<String> texts();

    String account();

    Money amount();

    /// What its transaction is headed with in a plain-text journal: date, the entry's number as code, what it is about.
    String heading();

    /// Of the entry that it stands in.
    String hash();
}
