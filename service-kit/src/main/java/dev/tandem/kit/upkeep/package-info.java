/// What every service lets its companies and its operator see and decide about itself: parked events, read models.
@NullMarked
package dev.tandem.kit.upkeep;

import org.jspecify.annotations.NullMarked;
