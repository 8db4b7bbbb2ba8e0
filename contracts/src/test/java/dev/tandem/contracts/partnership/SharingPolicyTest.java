package dev.tandem.contracts.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.SharingPolicy.CustomRule;
import dev.tandem.contracts.partnership.SharingPolicy.Rule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharingPolicyTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final CompanyId GLOBEX = new CompanyId("globex");
    private static final CompanyId INITECH = new CompanyId("initech");
    private static final PopulationName KEY = new PopulationName("key-accounts");

    @Test
    void theStrictestRuleHoldsWithTheFieldsThatAllRulesShow() {
        var policy = new SharingPolicy(
                List.of(rule(SharingLevel.ALL_ACCOUNTS, SharedField.NAME, SharedField.OWNER)),
                List.of(custom(SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME, SharedField.CITY)));
        var key = new Placement(ACME, Population.CUSTOMERS, List.of(KEY));

        assertThat(policy.levelOf(ACME, Population.CUSTOMERS)).isEqualTo(SharingLevel.ALL_ACCOUNTS);
        assertThat(policy.levelOf(key)).isEqualTo(SharingLevel.OVERLAPPING_ACCOUNTS);
        assertThat(policy.fieldsOf(key)).containsExactly(SharedField.NAME);
    }

    @Test
    void aPopulationOfOnesOwnNeverShowsWhatItsBuiltInOneHides() {
        var policy = new SharingPolicy(List.of(), List.of(custom(SharingLevel.ALL_ACCOUNTS, SharedField.NAME)));
        var key = new Placement(ACME, Population.CUSTOMERS, List.of(KEY));

        assertThat(policy.levelOf(key)).isEqualTo(SharingLevel.HIDDEN);
        assertThat(policy.fieldsOf(key)).isEmpty();
    }

    @Test
    void aRuleForOnePartnerShowsOthersNothing() {
        var toGlobex = new Rule(
                ACME, Population.CUSTOMERS, SharingLevel.OVERLAPPING_ACCOUNTS, Set.of(SharedField.NAME), GLOBEX);
        var policy = new SharingPolicy(List.of(toGlobex));
        var customer = new Placement(ACME, Population.CUSTOMERS);

        assertThat(policy.levelFor(GLOBEX, customer)).isEqualTo(SharingLevel.OVERLAPPING_ACCOUNTS);
        assertThat(policy.levelFor(INITECH, customer)).isEqualTo(SharingLevel.HIDDEN);
        assertThat(policy.levelOf(customer)).isEqualTo(SharingLevel.HIDDEN);
        assertThat(policy.violations(List.of(ACME, GLOBEX, INITECH))).isEmpty();
        assertThat(policy.violations(List.of(ACME, GLOBEX)))
                .extracting(Violation::rule)
                .containsExactly("ONE_OTHER_PARTY");
    }

    @Test
    void refusesTwoRulesForOnePopulationOfOnesOwn() {
        var twice =
                new SharingPolicy(List.of(), List.of(custom(SharingLevel.HIDDEN), custom(SharingLevel.COUNTS_ONLY)));

        assertThat(twice.violations(List.of(ACME, GLOBEX)))
                .extracting(Violation::field)
                .containsExactly("sharing.custom[1].population");
    }

    private static Rule rule(SharingLevel level, SharedField... fields) {
        return new Rule(ACME, Population.CUSTOMERS, level, Set.of(fields));
    }

    private static CustomRule custom(SharingLevel level, SharedField... fields) {
        return new CustomRule(ACME, KEY, level, Set.of(fields));
    }
}
