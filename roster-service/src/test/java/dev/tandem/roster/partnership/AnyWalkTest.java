package dev.tandem.roster.partnership;

import static dev.tandem.roster.partnership.PartnershipFixture.ACME;
import static dev.tandem.roster.partnership.PartnershipFixture.GLOBEX;
import static dev.tandem.roster.partnership.PartnershipFixture.INITECH;
import static dev.tandem.roster.partnership.PartnershipFixture.UMBRELLA;
import static dev.tandem.roster.partnership.PartnershipFixture.act;
import static dev.tandem.roster.partnership.PartnershipFixture.at;
import static dev.tandem.roster.partnership.PartnershipFixture.fit;
import static dev.tandem.roster.partnership.PartnershipFixture.invited;
import static dev.tandem.roster.partnership.PartnershipFixture.policies;
import static dev.tandem.roster.partnership.PartnershipFixture.sign;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import dev.tandem.kit.web.ProblemException;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Whatever anybody tries, in whatever order, what must never be never is.
@NullMarked
class AnyWalkTest {
    /// What brings an agreement about more often than the rest, so that walks come to one.
    private static final List<Transition> STEPS = Stream.concat(
                    Stream.of(Transition.values()),
                    Collections.nCopies(5, List.of(Transition.ACCEPTANCE, Transition.FIT, Transition.SIGNATURE))
                            .stream()
                            .flatMap(List::stream))
            .toList();
    private static final List<CompanyId> ANYBODY = List.of(ACME, GLOBEX, INITECH, UMBRELLA);

    private static final int MINUTES = 100;

    @Test
    void nothingGovernsUnlessAllAcceptedAndAllSignedThatRevision() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        int governed = 0;
        for (int walk = 0; walk < 400; walk++) {
            var partnership = invited(GLOBEX, INITECH);
            boolean everGoverned = false;
            for (int minute = 1; minute <= MINUTES; minute++) {
                var next = tried(partnership.at(at(minute)), random, minute);
                assertSound(next, "seed " + seed);
                assertPastIsKept(partnership, next, "seed " + seed);
                partnership = next;
                everGoverned |= next.event().inForce().isPresent();
            }
            governed += everGoverned ? 1 : 0;
        }
        assertThat(governed)
                .as("walks that came to an agreement, seed %d", seed)
                .isPositive();
    }

    /// As it was, when the step is refused.
    private static Partnership tried(Partnership was, Random random, int minute) {
        var by = ANYBODY.get(random.nextInt(ANYBODY.size()));
        int revision = Math.max(1, was.revisions().size() - random.nextInt(2));
        try {
            return switch (STEPS.get(random.nextInt(STEPS.size()))) {
                case ACCEPTANCE -> new Invitation(was).accept(by);
                case REJECTION -> rarely(random) ? new Invitation(was).reject(act(by, minute)) : was;
                case CANCELLATION -> rarely(random) ? new Invitation(was).cancel(act(by, minute)) : was;
                case SUSPENSION -> rarely(random) ? new Lifecycle(was).suspend(act(by, minute)) : was;
                case RESUMPTION -> new Lifecycle(was).resume(by);
                case NOTICE ->
                    rarely(random)
                            ? new Lifecycle(was).giveNotice(new Course.Notice(act(by, minute), at(minute + 20)))
                            : was;
                case NOTICE_WITHDRAWAL -> new Lifecycle(was).withdrawNotice(by);
                case FIT ->
                    new StatingFit(was)
                            .state(fit(rarely(random) ? Fit.Verdict.WALK_AWAY : Fit.Verdict.FIT, act(by, minute)));
                case REVISION ->
                    rarely(random) ? new Signing(was).propose(act(by, minute), policies("60%", "40%")) : was;
                case SIGNATURE -> sign(was, revision, by, minute);
                case REFUSAL -> rarely(random) ? new Signing(was).refuse(revision, act(by, minute)) : was;
            };
        } catch (ProblemException refused) {
            return was;
        }
    }

    private static boolean rarely(Random random) {
        return random.nextInt(6) == 0;
    }

    private static void assertSound(Partnership partnership, String seed) {
        var inForce = partnership.revisions().stream()
                .filter(revision -> revision.status() == Agreement.Status.IN_FORCE)
                .toList();
        assertThat(inForce).as(seed).hasSizeLessThanOrEqualTo(1);
        assertThat(partnership.event().inForce())
                .as(seed)
                .isEqualTo(inForce.stream()
                        .filter(_ -> partnership.status() == Status.ACTIVE)
                        .findFirst());
        for (var revision : inForce) {
            assertThat(partnership.status()).as(seed).isIn(Status.ACTIVE, Status.SUSPENDED);
            assertThat(partnership.accepted()).as(seed).containsAll(partnership.parties());
            assertThat(revision.signatures())
                    .as(seed)
                    .extracting(Agreement.Signature::company)
                    .containsExactlyInAnyOrderElementsOf(partnership.parties());
        }
    }

    /// What governed at an instant goes on having governed then.
    private static void assertPastIsKept(Partnership was, Partnership next, String seed) {
        for (int minute = 0; minute < MINUTES; minute++) {
            var then = at(minute);
            var before = was.event().inForceAt(then).map(Agreement::number);
            var after = next.event().inForceAt(then).map(Agreement::number);
            if (!then.isAfter(lastMove(was))) {
                assertThat(after).as(seed).isEqualTo(before);
            }
        }
    }

    private static java.time.Instant lastMove(Partnership was) {
        return was.revisions().stream()
                .flatMap(revision -> revision.signatures().stream())
                .map(Agreement.Signature::signedAt)
                .max(java.util.Comparator.naturalOrder())
                .orElse(at(0));
    }
}
