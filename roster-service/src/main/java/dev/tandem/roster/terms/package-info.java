/// Terms: the sections of an agreement beside sharing and crediting, how two companies work together. Pure values.
@NullMarked
package dev.tandem.roster.terms;

import org.jspecify.annotations.NullMarked;
