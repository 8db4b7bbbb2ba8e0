/// Joint accounts of a partnership: one writer, stable ids, and what each company is told of them.
@NullMarked
package dev.tandem.accounts.alignment;

import org.jspecify.annotations.NullMarked;
