package dev.tandem.accounts.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.accounts.Running;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What is told from indexes is what comes of looking at each joint account.
@Running
class TallyTest {
    private static final List<PopulationName> CUSTOM =
            Stream.of("strategic", "public", "south").map(PopulationName::new).toList();

    @Autowired
    private JointAccounts stored;

    @Test
    void countsWhatLookingAtEachJointAccountWouldCount() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var partnership = new PartnershipId("tally-" + seed);
        var parties = IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(i -> new CompanyId("party" + i))
                .toList();
        var all = new ArrayList<JointAccount>();
        for (int i = 0; i < 80; i++) {
            var joint = joint(partnership, i, parties, random);
            all.add(joint);
            stored.change(partnership, joint.id(), Cause.GIVEN, _ -> Change.to(joint));
        }

        var tally = new Tally(stored, partnership);
        for (int i = 0; i < 200; i++) {
            var counted = counted(parties, random);
            var expected =
                    all.stream().filter(joint -> isCounted(joint, counted)).count();
            assertThat(tally.count(counted)).as("seed %d, %s", seed, counted).isEqualTo(expected);
        }
    }

    private static boolean isCounted(JointAccount joint, Counted counted) {
        var marks = joint.members().stream().flatMap(Mark::of).toList();
        return !joint.dissolved()
                && Cell.of(joint).contains(counted.cell())
                && marks.containsAll(counted.with())
                && counted.without().stream().noneMatch(marks::contains);
    }

    private static JointAccount joint(PartnershipId partnership, int number, List<CompanyId> parties, Random random) {
        var id = new JointAccountId("tally-%s-%02d".formatted(partnership, number));
        var members = random.nextInt(8) == 0
                ? List.<JointAccount.Member>of()
                : parties.stream()
                        .limit(2 + random.nextInt(parties.size() - 1))
                        .map(party -> member(new AccountRef(party, new CrmId("a" + number)), random))
                        .toList();
        return new JointAccount(
                id, partnership, Instant.EPOCH, members, List.of(), List.of(), List.of(), JointAccount.Told.NOTHING);
    }

    private static JointAccount.Member member(AccountRef account, Random random) {
        var custom = CUSTOM.stream().filter(_ -> random.nextInt(3) == 0).toList();
        return new JointAccount.Member(account, 1, null, population(random), custom, random.nextInt(6) == 0, null);
    }

    private static Counted counted(List<CompanyId> parties, Random random) {
        var one = random.nextInt(parties.size());
        var other = (one + 1 + random.nextInt(parties.size() - 1)) % parties.size();
        var marks = List.of(parties.get(one), parties.get(other)).stream()
                .flatMap(party -> Stream.concat(
                        CUSTOM.stream().map(name -> Mark.in(party, name)), Stream.of(Mark.withheld(party))))
                .toList();
        return new Counted(
                Cell.between(
                        new Cell.Segment(parties.get(one), population(random)),
                        new Cell.Segment(parties.get(other), population(random))),
                random.nextBoolean() ? List.of() : List.of(marks.get(random.nextInt(marks.size()))),
                marks.stream().filter(_ -> random.nextInt(4) == 0).toList());
    }

    private static Population population(Random random) {
        var all = Population.values();
        return all[random.nextInt(all.length)];
    }
}
