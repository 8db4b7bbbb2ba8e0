/// Erasure: a person is forgotten everywhere, and the company reads where it is done and where it still waits.
@NullMarked
package dev.tandem.roster.erasure;

import org.jspecify.annotations.NullMarked;
