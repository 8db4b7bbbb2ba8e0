package dev.tandem.accounts.importing;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmChange.Change;
import java.util.Map;

/// One line of a file: what it says of one account.
///
/// @param line where it starts in the file; the header is line 1
/// @param fields those that the file has a column for; an empty cell clears
record Row(long line, CrmId id, Map<String, String> fields) {

    /// A file says only what it has columns for, so the account's other fields stay as they are.
    CrmChange change() {
        return new CrmChange("account", id, null, Change.FIELDS, fields);
    }
}
