/// The journal as files that finance loads elsewhere: the same lines in every format, written as
/// they are read.
@NullMarked
package dev.tandem.credit.export;

import org.jspecify.annotations.NullMarked;
