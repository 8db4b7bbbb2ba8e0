/// What the parties want to reach together inside what each wants to reach: a sale counts once in
/// the joint target and, by the agreed rule, in each party's own.
@NullMarked
package dev.tandem.credit.goal;

import org.jspecify.annotations.NullMarked;
