/// What companies' CRMs say that somebody contributed to a deal: told to credit, where another party confirms it.
@NullMarked
package dev.tandem.roster.contribution;

import org.jspecify.annotations.NullMarked;
