/// Events in: decoded, handled once, retried while a fault may pass, parked where it will not.
@NullMarked
package dev.tandem.kit.intake;

import org.jspecify.annotations.NullMarked;
