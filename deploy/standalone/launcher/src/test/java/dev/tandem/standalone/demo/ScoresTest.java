package dev.tandem.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CrmId;
import dev.tandem.samples.Truth;
import dev.tandem.samples.Truth.GoldPair;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoresTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void countsWrongPairsAgainstPrecisionAndMissedCustomersAgainstRecall() {
        var truth = truth(pair("A1", "G1", false), pair("A2", "G2", false), pair("A3", "G3", false));

        var scores = Scores.of(truth, List.of(joint("A1", "G1"), joint("A2", "G9")));

        assertThat(scores).isEqualTo(new Scores(2, 1, 3, 1));
        assertThat(scores.sentence())
                .isEqualTo("1 of the 3 customers that both have were found (33.3 %); 1 of 2 pairs are right (50.0 %)");
    }

    @Test
    void takesACustomerForFoundThroughASecondAccountOfOneBook() {
        var truth = truth(pair("A1", "G1", false), pair("A7", "G1", true));

        assertThat(Scores.of(truth, List.of(joint("A7", "G1")))).isEqualTo(new Scores(1, 1, 1, 1));
    }

    private static GoldPair pair(String acme, String globex, boolean secondary) {
        return new GoldPair(new CrmId(acme), new CrmId(globex), secondary);
    }

    private static Truth truth(GoldPair... pairs) {
        return new Truth(
                Arrays.asList(pairs),
                List.of(),
                List.of(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap());
    }

    private static JsonNode joint(String acme, String globex) {
        return MAPPER.readTree("""
                {"members":[{"account":{"company":"acme","account":"%s"}},
                            {"account":{"company":"globex","account":"%s"}}]}""".formatted(acme, globex));
    }
}
