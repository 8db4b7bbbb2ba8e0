package dev.tandem.roster.learning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.roster.learning.Question.Helped;
import dev.tandem.roster.learning.Question.QuestionAnswer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question as those see it who asked it or whom it reached.
record QuestionView(
        String question,
        CompanyId company,
        List<String> topics,
        String text,
        @Nullable JointAccountId jointAccount,
        Instant at,
        List<QuestionAnswer> answers,
        @Nullable Helped helped) {

    static QuestionView of(Question question) {
        return new QuestionView(
                question.id(),
                question.company(),
                question.topics(),
                question.text(),
                question.jointAccount(),
                question.at(),
                question.answers(),
                question.helped());
    }
}
