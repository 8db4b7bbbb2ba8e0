/// What credit is computed from, and the computing again whenever one of these inputs arrives.
@NullMarked
package dev.tandem.credit.deal;

import org.jspecify.annotations.NullMarked;
