package dev.tandem.roster.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.kit.web.ProblemException;
import dev.tandem.roster.governance.Course.Move;
import dev.tandem.roster.governance.Course.Status;
import dev.tandem.roster.governance.JointDecision.DecisionAnswer;
import dev.tandem.roster.governance.JointDecision.Outcome;
import dev.tandem.roster.governance.JointDecision.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullMarked
class CourseTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final CompanyId GLOBEX = new CompanyId("globex");
    private static final CompanyId INITECH = new CompanyId("initech");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant DEADLINE = NOON.plus(Duration.ofDays(3));
    private static final Instant LAST = DEADLINE.plus(Duration.ofDays(5));

    @Test
    void isApprovedWhenEveryPartySaidYesAndRejectedByOneNo() {
        var proposed = proposed(Outcome.REJECTED);

        assertThat(at(answered(proposed, GLOBEX, Outcome.APPROVED), NOON).status())
                .isEqualTo(Status.OPEN);
        assertThat(at(answered(answered(proposed, GLOBEX, Outcome.APPROVED), INITECH, Outcome.APPROVED), LAST)
                        .status())
                .isEqualTo(Status.APPROVED);
        assertThat(at(answered(proposed, INITECH, Outcome.REJECTED), NOON).status())
                .isEqualTo(Status.REJECTED);
        assertThat(at(proposed.withdrawn(said(ACME)), LAST).status()).isEqualTo(Status.WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void silenceIsEscalatedAtTheDeadlineAndComesToTheDefaultAfterTheLastDay(Outcome byDefault) {
        var proposed = proposed(byDefault);

        assertThat(at(proposed, DEADLINE.minusNanos(1)).status()).isEqualTo(Status.OPEN);
        assertThat(at(proposed, DEADLINE).status()).isEqualTo(Status.ESCALATED);
        assertThat(at(proposed, LAST.minusNanos(1)).allowedWords(GLOBEX)).containsExactly("approval", "rejection");
        assertThat(at(proposed, LAST).status().name()).isEqualTo(byDefault + "_BY_DEFAULT");
        assertThat(at(proposed, LAST).allowedTo(GLOBEX)).isEmpty();
        assertThat(at(proposed, LAST).allowedTo(ACME)).isEmpty();
    }

    @Test
    void nobodyDecidesForAnotherNorTwice() {
        var answered = answered(proposed(Outcome.APPROVED), GLOBEX, Outcome.APPROVED);

        assertThat(at(answered, NOON).allowedWords(ACME)).containsExactly("withdrawal");
        assertThat(at(answered, NOON).allowedTo(new CompanyId("stranger"))).isEmpty();
        assertThatThrownBy(() -> at(answered, NOON).require(Move.APPROVAL, GLOBEX))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("OPEN");
    }

    private static Course at(JointDecision decision, Instant now) {
        return new Course(decision, now);
    }

    private static JointDecision proposed(Outcome byDefault) {
        var terms = new Terms("Fair", "A stand for both.", DEADLINE, LAST, byDefault);
        var parties = List.of(ACME, GLOBEX, INITECH);
        return new JointDecision("d", new PartnershipId("p"), terms, said(ACME), parties, List.of(), null);
    }

    private static JointDecision answered(JointDecision was, CompanyId by, Outcome verdict) {
        return was.with(new DecisionAnswer(verdict, said(by)));
    }

    private static Said said(CompanyId by) {
        return new Said(by, new Reason("BECAUSE", "Because."), NOON);
    }
}
