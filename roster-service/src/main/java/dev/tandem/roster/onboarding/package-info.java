/// Onboarding: what a rep still needs, by the terms in force, before customers are met together.
@NullMarked
package dev.tandem.roster.onboarding;

import org.jspecify.annotations.NullMarked;
