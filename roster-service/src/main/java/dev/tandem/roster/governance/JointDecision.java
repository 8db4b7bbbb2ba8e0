package dev.tandem.roster.governance;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Something that the parties decide together. The proposing party is for it; each other one says yes or no.
///
/// @param terms what is proposed, and until when
/// @param proposed by whom, why and when
/// @param parties who decides, the proposing one among them
/// @param answers of the other parties, one each
/// @param withdrawn null while the proposing party stands by it
record JointDecision(
        String id,
        PartnershipId partnership,
        Terms terms,
        Said proposed,
        List<CompanyId> parties,
        List<DecisionAnswer> answers,
        @Nullable Said withdrawn) {

    /// @param deadline until when the parties' managers decide
    /// @param lastDay until when those do to whom it is escalated then; after it the default holds
    /// @param byDefault what it comes to when not every party has spoken by then
    record Terms(String subject, String proposal, Instant deadline, Instant lastDay, Outcome byDefault) {}

    /// What a decision comes to.
    enum Outcome {
        APPROVED,
        REJECTED
    }

    /// What a party says to it.
    record DecisionAnswer(Outcome verdict, Said said) {}

    JointDecision {
        parties = List.copyOf(parties);
        answers = List.copyOf(answers);
    }

    boolean isAnsweredBy(CompanyId company) {
        return company.equals(proposed.by())
                || answers.stream().anyMatch(answer -> answer.said().by().equals(company));
    }

    JointDecision with(DecisionAnswer answer) {
        var all = Stream.concat(answers.stream(), Stream.of(answer)).toList();
        return new JointDecision(id, partnership, terms, proposed, parties, all, withdrawn);
    }

    JointDecision withdrawn(Said said) {
        return new JointDecision(id, partnership, terms, proposed, parties, answers, said);
    }

    /// Stored, so that what came to its default takes no place of what is open.
    @JsonProperty
    long lastSecond() {
        return terms.lastDay().getEpochSecond();
    }

    /// Stored, so that what may still be open is found; the clock says whether it is.
    @JsonProperty
    boolean undecided() {
        return withdrawn == null
                && answers.stream().noneMatch(answer -> answer.verdict() == Outcome.REJECTED)
                && !parties.stream().allMatch(this::isAnsweredBy);
    }
}
