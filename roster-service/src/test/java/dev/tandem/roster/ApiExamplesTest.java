package dev.tandem.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.kit.web.ExamplesCheck;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// Every operation of the API documents shows what is sent and what is answered, as a test saw it.
@NullMarked
class ApiExamplesTest extends RosterTest {
    /// Their examples are still to be recorded.
    private static final List<String> TO_BE_RECORDED = List.of(
            "/award", "/recognised-teams", "/recognition", "/feedback", "/playbook", "/questions", "/team-goals");

    @Autowired
    private JsonMapper mapper;

    @Test
    void everyOperationHasAnExampleThatFitsItsSchema() throws Exception {
        var api = mapper.readTree(
                http.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString());

        assertThat(ExamplesCheck.of(api, "/roster/"))
                .filteredOn(found -> TO_BE_RECORDED.stream().noneMatch(found::contains))
                .isEmpty();
    }
}
