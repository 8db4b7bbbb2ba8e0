/// Accounts by CSV file, with a report row by row.
@NullMarked
package dev.tandem.accounts.importing;

import org.jspecify.annotations.NullMarked;
