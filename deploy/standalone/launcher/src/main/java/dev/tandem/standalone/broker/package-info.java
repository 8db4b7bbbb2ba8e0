/// A real Kafka broker (KRaft, one node) in a process of its own: loopback, no authentication, nothing deleted by time.
@NullMarked
package dev.tandem.standalone.broker;

import org.jspecify.annotations.NullMarked;
