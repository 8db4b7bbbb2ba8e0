package dev.tandem.accounts.matching;

import dev.tandem.contracts.CompanyId;

/// A party's accounts that it shows, or those that it holds back.
record Half(CompanyId company, Openness openness) {
    boolean isShown() {
        return openness == Openness.SHOWN;
    }
}
