/// Every operation that the services document, asked by those whom it does not concern.
@NullMarked
package dev.tandem.systemtests.isolation;

import org.jspecify.annotations.NullMarked;
