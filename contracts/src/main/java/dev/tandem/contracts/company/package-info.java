/// The tenants.
@NullMarked
package dev.tandem.contracts.company;

import org.jspecify.annotations.NullMarked;
