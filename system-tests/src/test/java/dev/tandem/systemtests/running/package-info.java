/// The running platform as the tests meet it: processes, the public API, Kafka topics. Nothing else.
@NullMarked
package dev.tandem.systemtests.running;

import org.jspecify.annotations.NullMarked;
