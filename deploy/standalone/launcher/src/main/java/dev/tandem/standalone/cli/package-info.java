/// The `tandem` command: words and options in, lines out.
@NullMarked
package dev.tandem.standalone.cli;

import org.jspecify.annotations.NullMarked;
