/// Placeholders: partners that are not on the platform yet, represented by one company's files, and claimed by the real
/// company when it joins. All that is entered of them is a private note of the one who entered it.
@NullMarked
package dev.tandem.roster.placeholder;

import org.jspecify.annotations.NullMarked;
