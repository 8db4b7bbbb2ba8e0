/// The delivery of events from one aggregate to another, with a real broker and a store that speaks the wire protocol.
@NullMarked
package dev.tandem.kit.delivery;

import org.jspecify.annotations.NullMarked;
