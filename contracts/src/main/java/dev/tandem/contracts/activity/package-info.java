/// Joint activities, as evidence of who contributed to what.
@NullMarked
package dev.tandem.contracts.activity;

import org.jspecify.annotations.NullMarked;
