/// A company's own earnings journal as files for its finance, and for nobody else.
@NullMarked
package dev.tandem.credit.payfile;

import org.jspecify.annotations.NullMarked;
