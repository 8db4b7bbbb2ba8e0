package dev.tandem.contracts.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.CreditingPolicy.Mode;
import dev.tandem.contracts.partnership.WeightModel.RoleShare;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final CompanyId GLOBEX = new CompanyId("globex");

    @Test
    void rejectsACreditingPolicyThatDoesNotSumToOneHundredPercentAndNamesTheSum() {
        var violations = fixed(Share.parse("60%"), Share.parse("39%")).violations();

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("crediting.rules[0].model.shares");
            assertThat(violation.rule()).isEqualTo("SHARES_NOT_100_PERCENT");
            assertThat(violation.message()).contains("99%");
        });
    }

    @Test
    void acceptsExactlyThePoliciesWhoseSharesSumToAll() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var whole = 1 + random.nextInt(10_000);
            var owner = random.nextInt(whole + 1);
            var counterpart = random.nextInt(3) == 0 ? random.nextInt(whole + 1) : whole - owner;

            assertThat(fixed(Share.of(owner, whole), Share.of(counterpart, whole))
                            .violations()
                            .isEmpty())
                    .as("seed %d: %d + %d of %d", seed, owner, counterpart, whole)
                    .isEqualTo(owner + counterpart == whole);
        }
    }

    @Test
    void rejectsARoleOrACreditTypeThatIsNamedTwiceAndAPolicyWithoutRule() {
        var twice = new WeightModel.Fixed(List.of(
                new RoleShare(ParticipantRole.OWNER, Share.parse("50%")),
                new RoleShare(ParticipantRole.OWNER, Share.parse("50%"))));

        assertThat(rules(new CreditingPolicy(List.of(rule(twice))).violations()))
                .containsExactly("DUPLICATE_ROLE");
        assertThat(rules(new CreditingPolicy(List.of()).violations())).containsExactly("NO_RULE");
        assertThat(rules(new CreditingPolicy(List.of(rule(new WeightModel.Equal()), rule(new WeightModel.Equal())))
                        .violations()))
                .containsExactly("DUPLICATE_RULE");
    }

    @Test
    void hidesWhatNoRuleNames() {
        var policy = sharing(SharingLevel.OVERLAPPING_ACCOUNTS);

        assertThat(policy.levelOf(ACME, Population.PROSPECTS)).isEqualTo(SharingLevel.HIDDEN);
        assertThat(policy.levelOf(GLOBEX, Population.CUSTOMERS)).isEqualTo(SharingLevel.HIDDEN);
        assertThat(policy.fieldsOf(GLOBEX, Population.CUSTOMERS)).isEmpty();
        assertThat(policy.fieldsOf(ACME, Population.CUSTOMERS)).containsExactly(SharedField.NAME);
    }

    @Test
    void showsNoFieldOfAPopulationThatIsOnlyCounted() {
        assertThat(sharing(SharingLevel.COUNTS_ONLY).fieldsOf(ACME, Population.CUSTOMERS))
                .isEmpty();
        assertThat(sharing(SharingLevel.HIDDEN).fieldsOf(ACME, Population.CUSTOMERS))
                .isEmpty();
    }

    @Test
    void rejectsARuleOfAStrangerAndASecondRuleForTheSame() {
        var rule = sharing(SharingLevel.COUNTS_ONLY).rules().getFirst();

        assertThat(rules(new SharingPolicy(List.of(rule)).violations(List.of(GLOBEX))))
                .containsExactly("NOT_A_PARTY");
        assertThat(rules(new SharingPolicy(List.of(rule, rule)).violations(List.of(ACME))))
                .containsExactly("DUPLICATE_RULE");
    }

    private static CreditingPolicy fixed(Share owner, Share counterpart) {
        return new CreditingPolicy(List.of(rule(new WeightModel.Fixed(List.of(
                new RoleShare(ParticipantRole.OWNER, owner),
                new RoleShare(ParticipantRole.COUNTERPART, counterpart))))));
    }

    private static CreditingPolicy.Rule rule(WeightModel model) {
        return new CreditingPolicy.Rule("revenue", CreditType.REVENUE, Mode.SPLIT, model);
    }

    private static SharingPolicy sharing(SharingLevel level) {
        return new SharingPolicy(
                List.of(new SharingPolicy.Rule(ACME, Population.CUSTOMERS, level, Set.of(SharedField.NAME))));
    }

    private static List<String> rules(List<Violation> violations) {
        return violations.stream().map(Violation::rule).toList();
    }
}
