package dev.tandem.roster.exchange;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One version of a roster.
///
/// @param fields in the order of their declaration, `reps` by id: the same version is the same bytes everywhere
/// @param answers the last of each other party
/// @param withdrawn null while it is offered
record Version(
        int number,
        List<OfferedField> fields,
        List<RepId> reps,
        Said offered,
        List<Answer> answers,
        @Nullable Said withdrawn) {

    /// What a party said to it.
    record Answer(Verdict verdict, Said said) {}

    /// Whether its systems are to have it.
    enum Verdict {
        ACCEPTED,
        /// Something is to be changed first; the reason says what.
        ASKED
    }

    Version {
        fields = List.copyOf(new TreeSet<>(fields));
        reps = List.copyOf(new TreeSet<>(reps));
        answers = List.copyOf(answers);
    }

    boolean acceptedBy(CompanyId company) {
        return answers.stream()
                .anyMatch(answer -> answer.verdict() == Verdict.ACCEPTED
                        && answer.said().by().equals(company));
    }

    Version with(Answer answer) {
        var others = answers.stream()
                .filter(said -> !said.said().by().equals(answer.said().by()));
        return new Version(
                number,
                fields,
                reps,
                offered,
                Stream.concat(others, Stream.of(answer)).toList(),
                withdrawn);
    }

    Version withdrawn(Said said) {
        return new Version(number, fields, reps, offered, answers, withdrawn == null ? said : withdrawn);
    }

    /// What both versions show.
    Effective and(Version other) {
        var commonFields = new TreeSet<>(fields);
        commonFields.retainAll(other.fields);
        var commonReps = new TreeSet<>(reps);
        commonReps.retainAll(other.reps);
        return new Effective(commonFields, commonReps);
    }

    Effective all() {
        return new Effective(Set.copyOf(fields), Set.copyOf(reps));
    }
}
