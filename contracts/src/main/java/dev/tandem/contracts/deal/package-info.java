/// Deals of the shared book.
@NullMarked
package dev.tandem.contracts.deal;

import org.jspecify.annotations.NullMarked;
