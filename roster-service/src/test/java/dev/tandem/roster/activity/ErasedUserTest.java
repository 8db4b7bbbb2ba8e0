package dev.tandem.roster.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.roster.AgreedPair;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// An activity holds no id of somebody who was erased, neither one that came before nor one that comes late.
@NullMarked
class ErasedUserTest extends AgreedPair {
    private static final CompanyId DELPHI = new CompanyId("delphi");
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [], "noticeDays": 30}
            """;

    @Autowired
    private Activities activities;

    @Test
    void anActivityKeepsNoIdOfAUserWhoWasErased() throws Exception {
        var resource = agreed("delphi", "dodona", TERMS);
        var partnership = resource.substring(resource.lastIndexOf('/') + 1);
        rep("delphi", "D1", "Dora Dell");
        recorded("activity/1", partnership, "D1, U-unknown-77");
        await().untilAsserted(() -> assertThat(naming("U-unknown-77")).isEqualTo(1));

        write(Topics.crmPeopleIn(DELPHI), "U-unknown-77", 0, null);
        await().untilAsserted(() -> assertThat(naming("U-unknown-77")).isZero());

        write(Topics.crmPeopleIn(DELPHI), "D1", 0, null);
        recorded("activity/2", partnership, "D1, D2");
        await().untilAsserted(() -> assertThat(naming("D2")).isEqualTo(1));
        assertThat(naming("D1")).isZero();
    }

    private int naming(String user) {
        return activities.waitingFor(DELPHI, new CrmId(user), 10).size();
    }

    private void recorded(String id, String partnership, String users) {
        var fields = Map.of(
                "partnership",
                partnership,
                "kind",
                "CALL",
                "start",
                Instant.now().minus(Duration.ofHours(2)).toString(),
                "minutes",
                "30",
                "users",
                users);
        var change = new CrmChange("activity", new CrmId(id), BigInteger.ONE, CrmChange.Change.FULL, fields);
        write(Topics.crmPeopleIn(DELPHI), id, 0, change);
    }
}
