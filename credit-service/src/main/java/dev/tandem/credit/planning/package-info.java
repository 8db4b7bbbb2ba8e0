/// A company's plans and rates: proposed, approved by a second person, imported. Private.
@NullMarked
package dev.tandem.credit.planning;

import org.jspecify.annotations.NullMarked;
