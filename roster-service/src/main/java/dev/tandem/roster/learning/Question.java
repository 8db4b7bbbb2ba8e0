package dev.tandem.roster.learning;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A question that goes to those who know about one of its topics.
///
/// @param asker null where nobody who is a rep asked, or the rep was erased
/// @param topics skills, products or roles; who offers one of them is asked
/// @param jointAccount on which the answer helps; null for none
/// @param helped whose answer the asker confirmed; null while none
record Question(
        String id,
        PartnershipId partnership,
        CompanyId company,
        @Nullable RepId asker,
        List<String> topics,
        String text,
        @Nullable JointAccountId jointAccount,
        Instant at,
        List<QuestionAnswer> answers,
        @Nullable Helped helped) {
    private static final int ANSWERS_MAX = 20;

    /// @param text empty once its author was erased
    record QuestionAnswer(CompanyId company, RepId rep, String text, Instant at) {}

    /// Who helped, and why the asker says so.
    record Helped(CompanyId company, RepId rep, Reason reason, Instant at) {}

    Question {
        topics = List.copyOf(topics);
        answers = List.copyOf(answers);
    }

    Optional<QuestionAnswer> answerOf(RepId rep) {
        return answers.stream().filter(answer -> answer.rep().equals(rep)).findFirst();
    }

    /// Whether the rep's answer, the first or another, has a place.
    boolean takes(RepId rep) {
        return open() && (answers.size() < ANSWERS_MAX || answerOf(rep).isPresent());
    }

    /// The last word of a rep is its answer.
    Question answered(QuestionAnswer answer) {
        var others = answers.stream().filter(was -> !was.rep().equals(answer.rep()));
        return with(asker, text, Stream.concat(others, Stream.of(answer)).toList());
    }

    Question helped(Helped by) {
        return new Question(id, partnership, company, asker, topics, text, jointAccount, at, answers, by);
    }

    /// What a person wrote is gone with the person; that the person helped stays, under the opaque id.
    Question without(RepId rep) {
        UnaryOperator<QuestionAnswer> emptied = answer ->
                answer.rep().equals(rep) ? new QuestionAnswer(answer.company(), rep, "", answer.at()) : answer;
        var asked = rep.equals(asker);
        return with(
                asked ? null : asker,
                asked ? "" : text,
                answers.stream().map(emptied).toList());
    }

    private Question with(@Nullable RepId by, String words, List<QuestionAnswer> all) {
        return new Question(id, partnership, company, by, topics, words, jointAccount, at, all, helped);
    }

    /// Stored, so that it is found by everybody who wrote in it.
    @JsonProperty
    List<RepId> writers() {
        return Stream.concat(Stream.ofNullable(asker), answers.stream().map(QuestionAnswer::rep))
                .distinct()
                .toList();
    }

    /// Stored, so that what waits for an answer is found.
    @JsonProperty
    boolean open() {
        return helped == null;
    }
}
