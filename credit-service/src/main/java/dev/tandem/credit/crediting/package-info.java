/// The pure rules: what a deal's credit should be. Knows no store, no clock and no framework.
@NullMarked
package dev.tandem.credit.crediting;

import org.jspecify.annotations.NullMarked;
