/// Files that people upload: taken whole or refused whole, with the lines that are wrong.
@NullMarked
package dev.tandem.kit.csv;

import org.jspecify.annotations.NullMarked;
