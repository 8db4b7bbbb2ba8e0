package dev.tandem.roster.partnership;

import static dev.tandem.roster.partnership.PartnershipFixture.ACME;
import static dev.tandem.roster.partnership.PartnershipFixture.GLOBEX;
import static dev.tandem.roster.partnership.PartnershipFixture.UMBRELLA;
import static dev.tandem.roster.partnership.PartnershipFixture.act;
import static dev.tandem.roster.partnership.PartnershipFixture.active;
import static dev.tandem.roster.partnership.PartnershipFixture.at;
import static dev.tandem.roster.partnership.PartnershipFixture.fit;
import static dev.tandem.roster.partnership.PartnershipFixture.inForce;
import static dev.tandem.roster.partnership.PartnershipFixture.invited;
import static dev.tandem.roster.partnership.PartnershipFixture.policies;
import static dev.tandem.roster.partnership.PartnershipFixture.proposed;
import static dev.tandem.roster.partnership.PartnershipFixture.sign;
import static dev.tandem.roster.partnership.Transition.ACCEPTANCE;
import static dev.tandem.roster.partnership.Transition.CANCELLATION;
import static dev.tandem.roster.partnership.Transition.FIT;
import static dev.tandem.roster.partnership.Transition.NOTICE;
import static dev.tandem.roster.partnership.Transition.NOTICE_WITHDRAWAL;
import static dev.tandem.roster.partnership.Transition.REFUSAL;
import static dev.tandem.roster.partnership.Transition.REJECTION;
import static dev.tandem.roster.partnership.Transition.RESUMPTION;
import static dev.tandem.roster.partnership.Transition.REVISION;
import static dev.tandem.roster.partnership.Transition.SIGNATURE;
import static dev.tandem.roster.partnership.Transition.SUSPENSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every state × every transition × every company: done where the table says so, otherwise refused with what is
/// allowed.
@NullMarked
class StateMachineTest {

    /// @param acme what the inviting party can do, and globex the invited one
    record Row(String state, Partnership partnership, Set<Transition> acme, Set<Transition> globex) {
        @Override
        public String toString() {
            return state;
        }
    }

    static Stream<Row> table() {
        var suspended = new Lifecycle(active()).suspend(act(GLOBEX));
        var noticed = new Lifecycle(active()).giveNotice(notice(ACME));
        return Stream.of(
                row("invited", invited(GLOBEX), Set.of(CANCELLATION), Set.of(ACCEPTANCE, REJECTION)),
                row(
                        "active",
                        active(),
                        living(SUSPENSION, NOTICE, FIT, REVISION),
                        living(SUSPENSION, NOTICE, FIT, REVISION)),
                row(
                        "proposed",
                        proposed(),
                        living(SUSPENSION, NOTICE, FIT, REVISION, SIGNATURE, REFUSAL),
                        living(SUSPENSION, NOTICE, FIT, REVISION, SIGNATURE, REFUSAL)),
                row(
                        "signed by acme",
                        sign(proposed(), 1, ACME, 1),
                        living(SUSPENSION, NOTICE, FIT, REVISION, REFUSAL),
                        living(SUSPENSION, NOTICE, FIT, REVISION, SIGNATURE, REFUSAL)),
                row(
                        "proposed without a word on the fit",
                        new Signing(active()).propose(act(ACME), policies("60%", "40%")),
                        living(SUSPENSION, NOTICE, FIT, REVISION, REFUSAL),
                        living(SUSPENSION, NOTICE, FIT, REVISION, REFUSAL)),
                row(
                        "in force",
                        inForce(),
                        living(SUSPENSION, NOTICE, FIT, REVISION),
                        living(SUSPENSION, NOTICE, FIT, REVISION)),
                row("suspended by globex", suspended, living(SUSPENSION, NOTICE), living(RESUMPTION, NOTICE)),
                row(
                        "suspended by both",
                        new Lifecycle(suspended).suspend(act(ACME)),
                        living(RESUMPTION, NOTICE),
                        living(RESUMPTION, NOTICE)),
                row(
                        "suspended by globex under acme's notice",
                        new Lifecycle(suspended).giveNotice(notice(ACME)),
                        living(SUSPENSION, NOTICE_WITHDRAWAL),
                        living(RESUMPTION)),
                row(
                        "its revision refused",
                        new Signing(proposed()).refuse(1, act(GLOBEX)),
                        living(SUSPENSION, NOTICE, FIT, REVISION),
                        living(SUSPENSION, NOTICE, FIT, REVISION)),
                row(
                        "proposed though globex would walk away",
                        new StatingFit(proposed()).state(fit(Fit.Verdict.WALK_AWAY, act(GLOBEX))),
                        living(SUSPENSION, NOTICE, FIT, REVISION, REFUSAL),
                        living(SUSPENSION, NOTICE, FIT, REVISION, REFUSAL)),
                row(
                        "under acme's notice",
                        noticed,
                        living(SUSPENSION, NOTICE_WITHDRAWAL, FIT, REVISION),
                        living(SUSPENSION, FIT, REVISION)),
                row("rejected", new Invitation(invited(GLOBEX)).reject(act(GLOBEX)), Set.of(), Set.of()),
                row("cancelled", new Invitation(active()).cancel(act(ACME)), Set.of(), Set.of()),
                row("expired", invited(GLOBEX).with(Course.OPEN.until(at(5))).at(at(5)), Set.of(), Set.of()),
                row("ended", noticed.at(at(30)), Set.of(), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("table")
    void doesWhatIsAllowedAndRefusesTheRestNamingWhatIsAllowed(Row row) {
        for (var transition : Transition.values()) {
            check(row, transition, ACME, row.acme());
            check(row, transition, GLOBEX, row.globex());
            check(row, transition, UMBRELLA, Set.of());
        }
    }

    private static void check(Row row, Transition transition, CompanyId by, Set<Transition> allowed) {
        if (allowed.contains(transition)) {
            assertThat(done(row.partnership(), transition, by))
                    .as("%s by %s", transition, by)
                    .isNotEqualTo(row.partnership());
            return;
        }
        assertThatThrownBy(() -> done(row.partnership(), transition, by))
                .as("%s by %s", transition, by)
                .isInstanceOfSatisfying(
                        ProblemException.class, refused -> checkRefusal(refused.problem(), transition, allowed));
    }

    private static void checkRefusal(Problem problem, Transition transition, Set<Transition> allowed) {
        if (problem instanceof Problem.NotFound) {
            assertThat(transition).isIn(SIGNATURE, REFUSAL);
            return;
        }
        assertThat(problem).isInstanceOfSatisfying(Problem.Conflict.class, conflict -> {
            assertThat(conflict.code()).isNotBlank();
            assertThat(conflict.allowed()).isEqualTo(words(allowed));
        });
    }

    private static List<String> words(Set<Transition> allowed) {
        return allowed.stream().sorted().map(Transition::word).toList();
    }

    private static Partnership done(Partnership was, Transition transition, CompanyId by) {
        return switch (transition) {
            case ACCEPTANCE -> new Invitation(was).accept(by);
            case REJECTION -> new Invitation(was).reject(act(by, 9));
            case CANCELLATION -> new Invitation(was).cancel(act(by, 9));
            case SUSPENSION -> new Lifecycle(was).suspend(act(by, 9));
            case RESUMPTION -> new Lifecycle(was).resume(by);
            case NOTICE -> new Lifecycle(was).giveNotice(notice(by));
            case NOTICE_WITHDRAWAL -> new Lifecycle(was).withdrawNotice(by);
            case FIT -> new StatingFit(was).state(fit(Fit.Verdict.FIT, act(by, 9)));
            case REVISION -> new Signing(was).propose(act(by, 9), policies("50%", "50%"));
            case SIGNATURE -> sign(was, 1, by, 9);
            case REFUSAL -> new Signing(was).refuse(1, act(by, 9));
        };
    }

    private static Course.Notice notice(CompanyId by) {
        return new Course.Notice(act(by, 1), at(30));
    }

    private static Set<Transition> living(Transition... transitions) {
        return Stream.concat(Stream.of(CANCELLATION), Stream.of(transitions))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static Row row(String state, Partnership partnership, Set<Transition> acme, Set<Transition> globex) {
        return new Row(state, partnership, acme, globex);
    }
}
