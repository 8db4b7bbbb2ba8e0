package dev.tandem.roster.briefing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.terms.Clause;
import dev.tandem.roster.terms.Limit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a rep must know.
///
/// @param revision in force, on which it rests
/// @param parties those at the joint account, the reader's own company among them
/// @param acknowledgedAt when the reader said that it is known; null for who has not, or is no rep
record Briefing(
        PartnershipId partnership,
        int revision,
        List<Party> parties,
        List<Clause> engagement,
        List<Limit> limits,
        @Nullable Instant acknowledgedAt) {

    /// @param orderSteps how an order is placed with it, in their order
    /// @param contacts whom to turn to
    record Party(CompanyId company, List<String> orderSteps, List<Person> contacts) {}

    /// @param topic what to turn to the person for
    /// @param fields what the reader may know of the person
    /// @param there false for one who has left: the parties are to name another
    record Person(String topic, RepId rep, Map<String, String> fields, boolean there) {}
}
