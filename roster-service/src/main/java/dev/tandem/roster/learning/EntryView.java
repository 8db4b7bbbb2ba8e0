package dev.tandem.roster.learning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.roster.learning.Entry.EntryText;
import java.time.LocalDate;

/// An entry of the playbook as it is read.
///
/// @param citation by which it is named elsewhere
/// @param citedBy how many engagements cite it, in whichever revision; while nothing crosses, of the reader's company
/// @param overdue whether its owner should have looked at it again: do not rely on it
record EntryView(
        String id,
        CompanyId owner,
        int revision,
        EntryText entry,
        Reason reason,
        String citation,
        int citedBy,
        boolean overdue,
        boolean withdrawn) {
    static EntryView of(Entry entry, LocalDate today, int citedBy) {
        return new EntryView(
                entry.id(),
                entry.owner(),
                entry.revision(),
                entry.text(),
                entry.because(),
                "playbook/" + entry.partnership() + "/" + entry.id(),
                citedBy,
                !today.isBefore(entry.text().reviewBy()),
                entry.withdrawn() != null);
    }
}
