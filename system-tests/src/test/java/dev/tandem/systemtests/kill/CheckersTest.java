package dev.tandem.systemtests.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.crm.CrmChange;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The checkers find what they are there to find.
class CheckersTest {
    private static final List<CrmChange> CHANGES = List.of(change(1, "Kiel"), change(3, "Bonn"), change(2, "Ulm"));

    @Test
    void theModelTakesChangesInAnyOrderAndAnyNumber() {
        assertThat(model(CHANGES)).isEqualTo(model(CHANGES.reversed())).isEqualTo(Map.of("A", Map.of("city", "Bonn")));
        assertThat(model(List.of(CHANGES.get(1), CHANGES.get(0), CHANGES.get(1))))
                .isEqualTo(model(CHANGES));
    }

    @Test
    void oneChangeThatWasLostIsADifference() {
        var withheld = List.of(CHANGES.get(0), CHANGES.get(2));
        assertThat(Differences.between("account", model(withheld), model(CHANGES)))
                .containsExactly("account A is {city=Ulm} and not {city=Bonn}");
    }

    @Test
    void anObjectThatIsMissingOrTooMuchIsADifference() {
        assertThat(Differences.between("deal", Map.of("d1", 1), Map.of("d2", 2)))
                .containsExactly("deal d2 is lost", "deal d1 came out of nothing");
        assertThat(Differences.between("deal", Map.of("d1", 1), Map.of("d1", 1)))
                .isEmpty();
    }

    @Test
    void aPlantedCanaryIsFound() {
        var texts = Map.of("GET /x", "{\"street\": \"" + Canaries.of("north") + " 7\"}", "GET /y", "{}");
        assertThat(Canaries.in(texts, "north")).containsExactly("GET /x shows what only north may see");
        assertThat(Canaries.in(texts, "south")).isEmpty();
    }

    private static Map<String, Map<String, String>> model(List<CrmChange> changes) {
        var model = new CrmModel();
        changes.forEach(model::apply);
        return model.states();
    }

    private static CrmChange change(long sequence, String city) {
        return new CrmChange(
                "account", new CrmId("A"), BigInteger.valueOf(sequence), CrmChange.Change.FIELDS, Map.of("city", city));
    }
}
