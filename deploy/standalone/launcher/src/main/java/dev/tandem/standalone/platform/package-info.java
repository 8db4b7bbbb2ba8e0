/// The whole platform on one machine: plans its processes, starts them in order, keeps them alive, stops them cleanly.
@NullMarked
package dev.tandem.standalone.platform;

import org.jspecify.annotations.NullMarked;
