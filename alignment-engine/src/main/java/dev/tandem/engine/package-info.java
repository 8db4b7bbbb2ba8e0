/// Says which accounts of two CRMs are the same customer, in batch and record by record, with the same answer
/// and its reasons either way. Plain Java: what it is fed, and where its answers go, is the caller's
/// business.
@NullMarked
package dev.tandem.engine;

import org.jspecify.annotations.NullMarked;
