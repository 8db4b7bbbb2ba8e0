/// The story of two companies, played on a running platform.
@NullMarked
package dev.tandem.standalone.demo;

import org.jspecify.annotations.NullMarked;
