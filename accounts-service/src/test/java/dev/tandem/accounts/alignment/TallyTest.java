package dev.tandem.accounts.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.accounts.Running;
import dev.tandem.accounts.alignment.Cell.Segment;
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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/// What is told from indexes is what comes of looking at each account of each joint account, as they are now.
@Running
class TallyTest {
    private static final int JOINT_ACCOUNTS = 80;
    private static final int QUESTIONS = 150;
    private static final List<PopulationName> CUSTOM =
            Stream.of("strategic", "public", "south").map(PopulationName::new).toList();

    @Autowired
    private JointAccounts stored;

    @Autowired
    private MongoOperations mongo;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void countsWhatLookingAtEachJointAccountWouldCount(long seed) {
        var random = new Random(seed);
        var partnership = new PartnershipId("tally-" + seed);
        var parties = IntStream.range(0, 2 + (int) seed % 2)
                .mapToObj(i -> new CompanyId("party" + i))
                .toList();
        var all = new ArrayList<JointAccount>();
        for (int i = 0; i < JOINT_ACCOUNTS; i++) {
            all.add(keep(joint(partnership, i, parties, random)));
        }
        ask(new Tally(stored, partnership), parties, all, random);

        // They come and go, are in other populations, and become private or no longer are.
        for (int i = 0; i < JOINT_ACCOUNTS; i += 1 + random.nextInt(2)) {
            all.set(i, keep(joint(partnership, i, parties, random)));
        }
        ask(new Tally(stored, partnership), parties, all, random);
    }

    /// Otherwise a count would read each joint account.
    @Test
    void hasAnIndexOfWhatIsCountedBy() {
        keep(joint(
                new PartnershipId("tally-index"), 0, List.of(new CompanyId("a"), new CompanyId("b")), new Random(1)));

        assertThat(mongo.getCollection("joint_accounts").listIndexes())
                .extracting(
                        index -> List.copyOf(index.get("key", Document.class).keySet()))
                .contains(List.of("tenant", "state.tallies"));
    }

    private JointAccount keep(JointAccount joint) {
        stored.change(joint.partnership(), joint.id(), Cause.GIVEN, _ -> Change.to(joint));
        return joint;
    }

    private static void ask(Tally tally, List<CompanyId> parties, List<JointAccount> all, Random random) {
        for (int i = 0; i < QUESTIONS; i++) {
            var question = question(parties, random);
            assertThat(tally.count(question.counted()))
                    .as("%s", question)
                    .isEqualTo(all.stream().filter(question::takes).count());
        }
    }

    /// What a party's account may be besides: in a population of the party's own, or private.
    private record Trait(CompanyId party, Optional<PopulationName> population) {
        String mark() {
            return population.map(name -> Mark.in(party, name)).orElseGet(() -> Mark.withheld(party));
        }

        boolean isOf(JointAccount.Member member) {
            return member.account().company().equals(party)
                    && population
                            .map(member.customPopulations()::contains)
                            .orElseGet(() -> Boolean.TRUE.equals(member.withheld()));
        }
    }

    private record Question(Segment one, Segment other, List<Trait> with, List<Trait> without) {
        Counted counted() {
            return new Counted(
                    Cell.between(one, other),
                    with.stream().map(Trait::mark).toList(),
                    without.stream().map(Trait::mark).toList());
        }

        boolean takes(JointAccount joint) {
            return has(joint, one)
                    && has(joint, other)
                    && with.stream().allMatch(trait -> has(joint, trait))
                    && without.stream().noneMatch(trait -> has(joint, trait));
        }

        private static boolean has(JointAccount joint, Segment segment) {
            return joint.members().stream()
                    .anyMatch(member -> member.account().company().equals(segment.company())
                            && member.population() == segment.population());
        }

        private static boolean has(JointAccount joint, Trait trait) {
            return joint.members().stream().anyMatch(trait::isOf);
        }
    }

    private static JointAccount joint(PartnershipId partnership, int number, List<CompanyId> parties, Random random) {
        var id = new JointAccountId("%s-%02d".formatted(partnership, number));
        var present = new ArrayList<>(parties);
        Collections.shuffle(present, random);
        var gone = random.nextInt(8) == 0;
        var members = present.stream()
                .limit(gone ? 0 : 2 + random.nextInt(parties.size() - 1))
                .map(party -> member(new AccountRef(party, new CrmId("a" + number)), random))
                .toList();
        var twins =
                gone ? List.<AccountRef>of() : List.of(new AccountRef(present.getFirst(), new CrmId("twin" + number)));
        return new JointAccount(
                id, partnership, Instant.EPOCH, members, twins, List.of(), List.of(), JointAccount.Told.NOTHING);
    }

    private static JointAccount.Member member(AccountRef account, Random random) {
        var custom = CUSTOM.stream().filter(_ -> random.nextInt(3) == 0).toList();
        return new JointAccount.Member(account, 1, null, population(random), custom, random.nextInt(6) == 0, null);
    }

    private static Question question(List<CompanyId> parties, Random random) {
        var two = new ArrayList<>(parties);
        Collections.shuffle(two, random);
        var traits = two.subList(0, 2).stream()
                .flatMap(party -> Stream.concat(
                                CUSTOM.stream().map(Optional::of), Stream.of(Optional.<PopulationName>empty()))
                        .map(name -> new Trait(party, name)))
                .toList();
        return new Question(
                new Segment(two.get(0), population(random)),
                new Segment(two.get(1), population(random)),
                random.nextBoolean() ? List.of() : List.of(traits.get(random.nextInt(traits.size()))),
                traits.stream().filter(_ -> random.nextInt(4) == 0).toList());
    }

    private static Population population(Random random) {
        var all = Population.values();
        return all[random.nextInt(all.length)];
    }
}
