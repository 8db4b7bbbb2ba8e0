package dev.tandem.roster.governance;

import dev.tandem.contracts.CompanyId;
import dev.tandem.roster.governance.JointDecision.DecisionAnswer;
import dev.tandem.roster.governance.JointDecision.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A joint decision as a party sees it. While no agreement is in force, nothing of the others is in it.
///
/// @param escalatesAt when it goes to whom the silent parties named for that; `defaultAt` when the default holds
/// @param allowed what the viewer can do now
record DecisionView(
        String decision,
        String subject,
        String proposal,
        Course.Status status,
        Said proposed,
        Instant escalatesAt,
        Instant defaultAt,
        Outcome byDefault,
        List<DecisionAnswer> answers,
        @Nullable Said withdrawn,
        List<String> allowed) {

    static DecisionView of(JointDecision decision, Viewer viewer) {
        var course = new Course(decision, viewer.now());
        return new DecisionView(
                decision.id(),
                decision.terms().subject(),
                decision.terms().proposal(),
                course.status(),
                decision.proposed(),
                decision.terms().deadline(),
                decision.terms().lastDay(),
                decision.terms().byDefault(),
                decision.answers().stream()
                        .filter(answer -> viewer.sees(answer.said()))
                        .toList(),
                decision.withdrawn(),
                viewer.crosses() ? course.allowedWords(viewer.company()) : List.of());
    }

    /// @param crosses whether an agreement is in force
    record Viewer(CompanyId company, boolean crosses, Instant now) {
        boolean sees(Said said) {
            return crosses || said.by().equals(company);
        }
    }
}
