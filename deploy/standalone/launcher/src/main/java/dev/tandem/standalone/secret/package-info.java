/// Random keys that outlive a restart, kept in the data folder for their owner alone.
@NullMarked
package dev.tandem.standalone.secret;

import org.jspecify.annotations.NullMarked;
