package dev.tandem.roster.terms;

import static dev.tandem.roster.terms.TermsFixture.ACME;
import static dev.tandem.roster.terms.TermsFixture.GLOBEX;
import static dev.tandem.roster.terms.TermsFixture.prevailing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@NullMarked
class DifferencesTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void theSameTermsDoNotDiffer() {
        assertThat(between(TermsFixture.terms(), TermsFixture.terms())).isEmpty();
    }

    @Test
    void oneRuleMoreInFrontIsOneDifferenceAndNotOneOfEachThatFollows() {
        var gifts = prevailing(Topic.GIFTS, null, null, ACME);
        var conduct = prevailing(Topic.CONDUCT, null, null, GLOBEX);

        var differences =
                between(TermsFixture.with(List.of(conduct), "50%"), TermsFixture.with(List.of(gifts, conduct), "50%"));

        assertThat(differences).isNotEmpty().allSatisfy(difference -> {
            assertThat(difference.path()).startsWith("prevailing[acme GIFTS]");
            assertThat(difference.was()).isNull();
        });
    }

    @Test
    void namesThePlaceAndBothValues() {
        var differences = between(TermsFixture.with(List.of(), "50%"), TermsFixture.with(List.of(), "60%"));

        assertThat(differences).singleElement().satisfies(difference -> {
            assertThat(difference.path()).isEqualTo("expenses[TRAVEL].parts[acme].share");
            assertThat(difference.was()).isEqualTo("50%");
            assertThat(difference.is()).isEqualTo("60%");
        });
    }

    private static List<Difference> between(Terms was, Terms is) {
        return Differences.between(JSON.valueToTree(was), JSON.valueToTree(is));
    }
}
