/// Recognition of those who help others to sell, by rules that nobody can farm, and the joint award of a period.
@NullMarked
package dev.tandem.roster.recognition;

import org.jspecify.annotations.NullMarked;
