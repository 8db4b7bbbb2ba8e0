package dev.tandem.credit.ledger;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.CreditingPolicy.Mode;
import dev.tandem.contracts.partnership.WeightModel;
import dev.tandem.contracts.roster.RosterChange.Assignment;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import dev.tandem.credit.Given;
import dev.tandem.credit.crediting.Told;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// What might happen in a partnership: deals won, amended, refunded, reopened and moved; agreements
/// superseded; counterparts changed.
@NullMarked
public final class RandomStory {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<Status> STATUSES = List.of(Status.values());
    private static final List<String> CURRENCIES = List.of("USD", "JPY", "KWD");

    private final Random random;

    public RandomStory(Random random) {
        this.random = random;
    }

    /// In the order in which it happened, each once.
    public List<Arrival> told() {
        var told = new ArrayList<Arrival>();
        for (int deal = 1; deal <= 4; deal++) {
            deal("d" + deal, random.nextInt(1, 5), told);
            claims("d" + deal, random.nextInt(0, 3), told);
        }
        partnership(random.nextInt(1, 4), told);
        counterparts("j0", random.nextInt(1, 4), told);
        counterparts("j1", random.nextInt(0, 3), told);
        return told;
    }

    /// Each one to five times, in any order.
    public List<Arrival> mixedUp(List<Arrival> told) {
        var mixed = new ArrayList<Arrival>();
        told.forEach(arrival -> mixed.addAll(Collections.nCopies(random.nextInt(1, 6), arrival)));
        Collections.shuffle(mixed, random);
        return mixed;
    }

    private void deal(String id, int revisions, List<Arrival> told) {
        var account = new JointAccountId("j" + random.nextInt(2));
        for (int revision = 1; revision <= revisions; revision++) {
            told.add(new Arrival.Deal(deal(id, revision, account)));
        }
    }

    private DealChanged deal(String id, int revision, JointAccountId account) {
        var status = random.nextInt(4) > 0 ? Status.WON : STATUSES.get(random.nextInt(STATUSES.size()));
        return new DealChanged(
                new DealId(id),
                revision,
                Given.PARTNERSHIP,
                Given.ACME,
                account,
                new CrmId("opp-" + id),
                owner(),
                LocalDate.of(2026, random.nextInt(1, 4), random.nextInt(1, 28)),
                status == Status.WON ? amount() : Money.ofMinor(0, "USD"),
                status,
                NEW_YEAR);
    }

    private @Nullable RepId owner() {
        return random.nextInt(8) == 0 ? null : new RepId("rep-a" + random.nextInt(2));
    }

    private Money amount() {
        var currency = Currency.getInstance(random.nextInt(5) > 0 ? "USD" : CURRENCIES.get(random.nextInt(3)));
        return new Money(new BigInteger(random.nextInt(1, 70), random), currency);
    }

    /// Each state holds all revisions so far; all but the last are superseded.
    /// Each state of what is claimed about a deal differs from the one before.
    private void claims(String deal, int states, List<Arrival> told) {
        for (int state = 1; state <= states; state++) {
            told.add(new Arrival.Claimed(state, deal, Told.contributions(random, random.nextInt(5))));
        }
    }

    /// Each state holds all revisions so far; all but the last are superseded.
    private void partnership(int states, List<Arrival> told) {
        var froms = random.longs(states, 0, 80).sorted().distinct().toArray();
        var policies = new ArrayList<CreditingPolicy>();
        for (int state = 0; state < froms.length; state++) {
            policies.add(policy());
            var revisions = new ArrayList<Agreement>();
            for (int i = 0; i <= state; i++) {
                revisions.add(
                        Given.revision(i + 1, policies.get(i), day(froms[i]), i == state ? null : day(froms[i + 1])));
            }
            told.add(new Arrival.Partnership(state + 1, Given.partnership(revisions)));
        }
    }

    /// Half of them plain, half of any kind; some apply to deals before their last signature.
    private CreditingPolicy policy() {
        var appliesFrom = random.nextInt(4) == 0 ? LocalDate.of(2026, 1, 1).plusDays(random.nextInt(60)) : null;
        if (random.nextBoolean()) {
            var plain = new CreditingPolicy.Rule("joint-revenue", CreditType.REVENUE, Mode.SPLIT, model());
            return new CreditingPolicy(
                    List.of(plain), appliesFrom, Told.rollUps(random), null, Told.recognition(random));
        }
        var rules = new ArrayList<CreditingPolicy.Rule>();
        rules.add(Told.rule(random, CreditType.REVENUE));
        if (random.nextInt(3) == 0) {
            rules.add(Told.rule(random, CreditType.OVERLAY));
        }
        return new CreditingPolicy(rules, appliesFrom, Told.rollUps(random), null, Told.recognition(random));
    }

    private WeightModel model() {
        var owner = random.nextInt(1, 100);
        return random.nextBoolean() ? new WeightModel.Equal() : Given.fixed(owner + "%", 100 - owner + "%");
    }

    private void counterparts(String account, int states, List<Arrival> told) {
        var history = new ArrayList<Assignment>();
        for (int state = 1; state <= states; state++) {
            var from = state == 1 ? Instant.EPOCH : day(random.nextInt(1, 90));
            history.add(Given.assigned(Given.GLOBEX, new RepId("rep-g" + random.nextInt(3)), from, null));
            told.add(new Arrival.Counterparts(
                    state, new CounterpartsChanged(Given.PARTNERSHIP, new JointAccountId(account), history)));
        }
    }

    private static Instant day(long day) {
        return NEW_YEAR.plus(day, ChronoUnit.DAYS);
    }
}
