/// What a company's CRM says to the platform, and what the platform says back to it.
@NullMarked
package dev.tandem.contracts.crm;

import org.jspecify.annotations.NullMarked;
