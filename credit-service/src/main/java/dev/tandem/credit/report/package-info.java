/// What finance pulls and what people see: reports, the journal, a deal's credit, one's own credit.
@NullMarked
package dev.tandem.credit.report;

import org.jspecify.annotations.NullMarked;
