package dev.tandem.accounts.matching;

import dev.tandem.contracts.Reason;

/// One thing that speaks for or against a match. Names the field, never a value: it is read by both sides.
///
/// @param field as in the CRM contract
public record Evidence(String field, Agreement agreement, Reason because) {

    /// How far both sides' values agree.
    public enum Agreement {
        EQUAL,
        SIMILAR,
        DIFFERENT
    }

    static Evidence of(String field, Agreement agreement, String code, String sentence) {
        return new Evidence(field, agreement, new Reason(code, sentence));
    }
}
