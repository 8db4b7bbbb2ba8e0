package dev.tandem.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MatrixTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void isTheSameWhenReadFromTheOtherSide() {
        var acme = Matrix.of(cells("CUSTOMERS", "PROSPECTS"));
        var globex = Matrix.of(cells("PROSPECTS", "CUSTOMERS"));

        assertThat(globex).isNotEqualTo(acme);
        assertThat(globex.turned()).isEqualTo(acme);
    }

    @Test
    void showsWhatIsNotCountedAsAWordAndAddsOnlyNumbers() {
        var matrix = Matrix.of(cells("CUSTOMERS", "PROSPECTS"));

        assertThat(matrix.cells()).containsValues("412", "few");
        assertThat(matrix.sum()).isEqualTo(412);
    }

    private static JsonNode cells(String own, String partner) {
        return MAPPER.readTree("""
                {"cells":[
                 {"ownPopulation":"CUSTOMERS","partnerPopulation":"CUSTOMERS","shown":"EXACT","count":412},
                 {"ownPopulation":"%s","partnerPopulation":"%s","shown":"FEW"}]}""".formatted(own, partner));
    }
}
