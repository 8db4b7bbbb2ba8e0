package dev.tandem.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.kit.web.ExamplesCheck;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// Every operation of the API documents shows what is sent and what is answered, as a test saw it.
@NullMarked
class ApiExamplesTest extends RosterTest {
    @Autowired
    private JsonMapper mapper;

    @Test
    void everyOperationHasAnExampleThatFitsItsSchema() throws Exception {
        var api = mapper.readTree(
                http.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString());

        assertThat(ExamplesCheck.of(api, "/roster/")).isEmpty();
    }
}
