/// Which accounts of a party are aligned with a partner's: so many a day of those that nothing vouches for, so that
/// nobody finds out a partner's customers by inventing accounts; and what the partner is told of it.
@NullMarked
package dev.tandem.accounts.admission;

import org.jspecify.annotations.NullMarked;
