/// Companies: registered by an operator, active once their topics exist.
@NullMarked
package dev.tandem.roster.company;

import org.jspecify.annotations.NullMarked;
