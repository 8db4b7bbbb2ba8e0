package dev.tandem.roster.activity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.roster.activity.Published.Judgement;
import dev.tandem.roster.terms.ActivityNorm;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// Activities of Acme and Globex, as tests begin with them.
@NullMarked
final class ActivityFixture {
    static final CompanyId ACME = new CompanyId("acme");
    static final CompanyId GLOBEX = new CompanyId("globex");
    static final PartnershipId PARTNERSHIP = new PartnershipId("p1");
    static final JointAccountId JOINT = new JointAccountId("j1");
    static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final ActivityNorm NORM = new ActivityNorm(2, 20, true, true, 60, "A meeting with both and a next step.");
    static final Reason BECAUSE = new Reason("MET", "We met.");

    private ActivityFixture() {}

    static Facts meeting(Instant start, int minutes, String... reps) {
        return new Facts(
                Kind.MEETING,
                start,
                minutes,
                JOINT,
                null,
                attended(reps),
                List.of(),
                List.of(GLOBEX),
                List.of("calendar:1"));
    }

    static List<Attendee> attended(String... reps) {
        return Stream.of(reps)
                .map(rep -> new Attendee(new RepId(rep), Act.PRESENTED))
                .toList();
    }

    static Activity reported(String id, Facts facts) {
        return Activity.reported(id, PARTNERSHIP, facts, new Said(ACME, BECAUSE, NOON), NOON.plusSeconds(86_400));
    }

    static Activity confirmed(Activity was, String... reps) {
        return was.with(new Word(Verdict.CONFIRMED, new Said(GLOBEX, BECAUSE, NOON), attended(reps)))
                .with(was.published().by(NORM));
    }

    static Activity contested(Activity was) {
        return was.with(new Word(Verdict.CONTESTED, new Said(GLOBEX, BECAUSE, NOON), List.of()));
    }

    static Activity met(String id, Instant start, String... reps) {
        return confirmed(reported(id, meeting(start, 30, reps)), "g-" + reps[0]);
    }

    /// As they are once they are settled.
    static List<Activity> judged(List<Activity> all) {
        var lacking = new Quality(List.of(ACME, GLOBEX)).judge(all);
        return all.stream()
                .map(each -> lacking.containsKey(each.id()) ? judged(each, lacking.get(each.id())) : each)
                .toList();
    }

    private static Activity judged(Activity activity, List<Reason> lacking) {
        var judgement = new Judgement(Quality.normOf(activity), lacking);
        return activity.with(activity.published().judged(judgement));
    }
}
