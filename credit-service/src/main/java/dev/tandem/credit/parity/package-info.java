/// Whether the companies pay equivalently for equivalent results, and whether their goals and
/// incentives point the same way: told in aggregates, and only as far as both sides agreed to.
@NullMarked
package dev.tandem.credit.parity;

import org.jspecify.annotations.NullMarked;
