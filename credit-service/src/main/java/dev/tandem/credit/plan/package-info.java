/// What one company pays its people for joint credit, by its own plans, currency and fiscal
/// calendar. Private: nothing of it is ever seen by another company.
@NullMarked
package dev.tandem.credit.plan;

import org.jspecify.annotations.NullMarked;
