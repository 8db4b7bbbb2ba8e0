/// What the agreement in force lets one party see of another's accounts; without one, nothing.
@NullMarked
package dev.tandem.accounts.sharing;

import org.jspecify.annotations.NullMarked;
