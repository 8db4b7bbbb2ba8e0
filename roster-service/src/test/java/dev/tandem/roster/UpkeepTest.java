package dev.tandem.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What waits for a decision is seen and decided by the company that sent it, and by nobody else.
@NullMarked
class UpkeepTest extends RosterTest {
    private static final String ADMIN = Tokens.bearer("weyland", Role.ADMIN);

    @Test
    void parkedRecordsAreTriedAgainOrGivenUp() throws Exception {
        register("weyland");
        for (var user : List.of("N1", "N2")) {
            var nameless = new CrmChange(
                    "user", new CrmId(user), null, CrmChange.Change.FULL, Map.of("email", user + "@weyland.example"));
            write(Topics.crmPeopleIn(new CompanyId("weyland")), user, 0, nameless);
        }
        await().untilAsserted(() -> assertThat(get(ADMIN, "/roster/parked"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(2));
        List<String> ids =
                JsonPath.read(get(ADMIN, "/roster/parked").getResponse().getContentAsString(), "$.items[*].id");

        assertThat(get(ADMIN, "/roster/parked/" + ids.getFirst())).hasStatusOk();
        assertThat(postCurrent(ADMIN, "/roster/parked/" + ids.getFirst(), "/redrive", ""))
                .hasStatusOk();
        assertThat(postCurrent(ADMIN, "/roster/parked/" + ids.getLast(), "/discard", """
                        {"reason": {"code": "TEST_DATA", "sentence": "Nobody of that id works here."}}
                        """))
                .hasStatusOk();
        assertThat(get(Tokens.bearer("outsider", Role.ADMIN), "/roster/parked/" + ids.getFirst()))
                .hasStatus(404);
        assertThat(get(Tokens.operator(), "/roster/read-models")).hasStatusOk();
    }
}
