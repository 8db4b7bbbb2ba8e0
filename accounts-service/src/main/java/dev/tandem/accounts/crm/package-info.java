/// What a company's CRM says, record by record: how its fields merge, and the receipt of each record.
@NullMarked
package dev.tandem.accounts.crm;

import org.jspecify.annotations.NullMarked;
