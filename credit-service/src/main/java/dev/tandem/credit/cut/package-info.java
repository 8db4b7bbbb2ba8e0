/// Joint credit cut by account, product, rep, partner, period and deal: the same lines as in the
/// journal, summed otherwise.
@NullMarked
package dev.tandem.credit.cut;

import org.jspecify.annotations.NullMarked;
