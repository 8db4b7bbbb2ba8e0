/// The queue: how each feature says what waits for somebody's decision, and until when.
@NullMarked
package dev.tandem.roster.queue;

import org.jspecify.annotations.NullMarked;
