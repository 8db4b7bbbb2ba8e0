package dev.tandem.accounts.capacity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much an instance aligns (`tandem.alignment.*`).
///
/// @param accountsMax so many accounts of one partnership, all parties together; 0: as many as fit into two thirds of
/// the heap
@ConfigurationProperties("tandem.alignment")
record CapacitySettings(@DefaultValue("0") long accountsMax) {
    CapacitySettings {
        if (accountsMax < 0) {
            throw new IllegalArgumentException("tandem.alignment.accounts-max must be 0 or more, not " + accountsMax);
        }
    }
}
