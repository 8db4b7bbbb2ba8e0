/// Populations of a company's own: what they are called, by which rule an account is in one, and the language of
/// these rules.
@NullMarked
package dev.tandem.accounts.population;

import org.jspecify.annotations.NullMarked;
