package dev.tandem.roster.terms;

import static dev.tandem.roster.terms.TermsFixture.ACME;
import static dev.tandem.roster.terms.TermsFixture.GLOBEX;
import static dev.tandem.roster.terms.TermsFixture.prevailing;
import static dev.tandem.roster.terms.TermsFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Violation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
class TermsTest {
    private static final List<CompanyId> PARTIES = List.of(ACME, GLOBEX);

    @Test
    void completeTermsOfThePartiesAreProposed() {
        assertThat(terms().violations(PARTIES)).isEmpty();
    }

    @Test
    void namesEverySectionThatSpeaksOfWhoIsNoParty() {
        assertThat(terms().violations(List.of(ACME)))
                .extracting(Violation::field)
                .containsExactly(
                        "terms.prevailing[1].party", "terms.expenses[0].parts[1].party", "terms.contacts[0].party");
    }

    @Test
    void refusesTwoPrevailingRulesForTheSameSituation() {
        var twice = List.of(prevailing(Topic.GIFTS, "DE", null, ACME), prevailing(Topic.GIFTS, "DE", null, GLOBEX));

        assertThat(TermsFixture.with(twice, "50%").violations(PARTIES))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(org.assertj.core.api.Assertions.tuple("terms.prevailing[1]", "DUPLICATE"));
    }

    @Test
    void refusesAnExpenseThatIsNotPaidToOneHundredPercentWithTheSum() {
        assertThat(TermsFixture.with(List.of(), "49%").violations(PARTIES))
                .singleElement()
                .satisfies(broken -> {
                    assertThat(broken.field()).isEqualTo("terms.expenses[0].parts");
                    assertThat(broken.message()).contains("99%");
                });
    }

    @Test
    void theRuleMadeMostPreciselyForTheSituationPrevails() {
        assertThat(whose(Topic.EXPENSES, "FR", null)).contains(ACME);
        assertThat(whose(Topic.EXPENSES, "DE", null)).contains(GLOBEX);
        assertThat(whose(Topic.EXPENSES, "DE", "MEETING")).contains(GLOBEX);
        assertThat(whose(Topic.EXPENSES, "FR", "MEETING")).contains(ACME);
        assertThat(whose(Topic.GIFTS, "DE", null)).isEmpty();
    }

    @Test
    void aRuleForOneCountrySaysNothingWhereTheCountryIsNotKnown() {
        var german = List.of(prevailing(Topic.GIFTS, "DE", null, GLOBEX));

        assertThat(Prevailing.in(new Situation(Topic.GIFTS, null, null), german))
                .isEmpty();
    }

    private static Optional<CompanyId> whose(Topic topic, @Nullable String country, @Nullable String activity) {
        return Prevailing.in(new Situation(topic, country, activity), terms().prevailing())
                .map(Prevailing::party);
    }
}
