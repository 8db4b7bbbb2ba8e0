/// Sends what the outboxes hold to Kafka, in order per aggregate, with one sender at a time per service.
@NullMarked
package dev.tandem.kit.relay;

import org.jspecify.annotations.NullMarked;
