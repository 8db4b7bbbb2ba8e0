/// The main job from two CRMs to a finance report, bad input and restart included, on the sample companies.
@NullMarked
package dev.tandem.systemtests.story;

import org.jspecify.annotations.NullMarked;
