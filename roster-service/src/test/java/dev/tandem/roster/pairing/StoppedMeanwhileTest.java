package dev.tandem.roster.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.crm.CrmOut.PairAgreed;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.roster.AgreedPair;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A pair that is being told while a party stops all sharing is not told after it was taken back.
@NullMarked
class StoppedMeanwhileTest extends AgreedPair {
    private static final CompanyId SHAULA = new CompanyId("shaula");
    private static final String WHY = "{\"reason\": {\"code\": \"OK\", \"sentence\": \"As we said.\"}}";
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [], "noticeDays": 30}
            """;

    @Autowired
    private TellingPairs telling;

    @Autowired
    private PairLinks links;

    @Test
    void whatWasTakenBackStaysTakenBack() throws Exception {
        var resource = agreed("shaula", "sargas", TERMS);
        sharedAccount(resource, "shaula", "sargas");
        assertThat(post(manager("shaula"), resource + "/pairing-proposals", WHY))
                .hasStatus(201);
        for (var company : List.of("shaula", "sargas")) {
            assertThat(post(manager(company), resource + "/pairing-confirmations", "{\"number\": 1}"))
                    .hasStatusOk();
        }
        await().untilAsserted(() -> assertThat(last()).containsInstanceOf(PairAgreed.class));
        var told = (PairAgreed) last().orElseThrow();
        var partnership = new PartnershipId(resource.substring(resource.lastIndexOf('/') + 1));
        var paired = links.ofRep(partnership, told.rep()).getFirst().paired();

        var stopped = new AtomicBoolean();
        telling.tell(partnership, paired, link -> {
            if (stopped.compareAndSet(false, true)) {
                assertThat(postCurrent(manager("sargas"), resource, "/suspension", WHY))
                        .hasStatusOk();
                await().untilAsserted(() -> assertThat(last()).containsInstanceOf(Withdrawn.class));
            }
            return link;
        });

        assertThat(links.ofRep(partnership, told.rep()).getFirst().told().values())
                .containsOnly(PairLink.WITHDRAWN);
    }

    /// What the company's systems hold of the pair.
    private Optional<CrmOut> last() {
        return read(Topics.crmOut(SHAULA)).stream()
                .filter(event -> event.key().startsWith("pair/"))
                .map(event -> (CrmOut) event.payload())
                .reduce((_, now) -> now);
    }
}
