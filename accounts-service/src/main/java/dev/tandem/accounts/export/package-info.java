/// The overlap as files that others load: the fields that the agreement in force permits and no other, written as they
/// are read.
@NullMarked
package dev.tandem.accounts.export;

import org.jspecify.annotations.NullMarked;
