/// The reps that own accounts and opportunities, as the roster names them.
@NullMarked
package dev.tandem.accounts.rep;

import org.jspecify.annotations.NullMarked;
