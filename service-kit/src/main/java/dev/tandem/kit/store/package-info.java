/// Aggregates in single documents, each with its own outbox: state and the events it raises are one atomic write.
@NullMarked
package dev.tandem.kit.store;

import org.jspecify.annotations.NullMarked;
