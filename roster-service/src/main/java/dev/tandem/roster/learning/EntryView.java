package dev.tandem.roster.learning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.roster.learning.Entry.EntryText;
import java.time.LocalDate;

/// An entry of the playbook as it is read.
///
/// @param citation by which an engagement names it
/// @param overdue whether its owner should have looked at it again: do not rely on it
record EntryView(
        String id,
        CompanyId owner,
        int revision,
        EntryText entry,
        Reason reason,
        String citation,
        boolean overdue,
        boolean withdrawn) {
    static EntryView of(Entry entry, LocalDate today) {
        return new EntryView(
                entry.id(),
                entry.owner(),
                entry.revision(),
                entry.text(),
                entry.because(),
                "playbook/" + entry.partnership() + "/" + entry.id(),
                !today.isBefore(entry.text().reviewBy()),
                entry.withdrawn() != null);
    }
}
