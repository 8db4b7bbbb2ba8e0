/// Partnerships and their agreements, with the policies that the parties sign.
@NullMarked
package dev.tandem.contracts.partnership;

import org.jspecify.annotations.NullMarked;
