/// What changed in a company's overlap, in order, for systems that do not read its topic: a feed to come back to.
@NullMarked
package dev.tandem.accounts.feed;

import org.jspecify.annotations.NullMarked;
