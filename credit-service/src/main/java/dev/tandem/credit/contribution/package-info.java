/// What people did towards a deal, as their company says and the other confirms.
@NullMarked
package dev.tandem.credit.contribution;

import org.jspecify.annotations.NullMarked;
