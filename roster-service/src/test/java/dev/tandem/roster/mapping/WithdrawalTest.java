package dev.tandem.roster.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.alignment.JointAccountChanged.Book;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.crm.CrmOut.CounterpartsMapped;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.roster.RosterTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// More mappings than one part of a walk holds.
@NullMarked
class WithdrawalTest extends RosterTest {
    private static final int MANY = 230;
    private static final CompanyId STARK = new CompanyId("stark");
    private static final CompanyId PYM = new CompanyId("pym");
    private static final String POLICY = """
            {"reason": {"code": "NEXT", "sentence": "What we agreed on."},
             "sharing": {"rules": [
               {"party": "stark", "population": "CUSTOMERS", "level": "LEVEL", "fields": []},
               {"party": "pym", "population": "CUSTOMERS", "level": "OVERLAPPING_ACCOUNTS", "fields": []}]},
             "crediting": {"rules": [{"id": "revenue", "creditType": "REVENUE", "mode": "SPLIT",
               "model": {"@type": "Equal"}}]}}
            """;

    @Test
    void anotherRevisionReachesEveryMappingAndTakesBackOnlyWhatItNoLongerShows() throws Exception {
        var partnership = partnership();
        var resource = "/roster/partnerships/" + partnership;
        agree(resource, 1, "OVERLAPPING_ACCOUNTS");
        IntStream.range(0, MANY).forEach(i -> aligned(partnership, "stark-%03d".formatted(i)));
        patiently(() -> assertThat(last(PYM, CounterpartsMapped.class)).isEqualTo(MANY));

        agree(resource, 2, "COUNTS_ONLY");

        patiently(() -> assertThat(last(PYM, Withdrawn.class)).isEqualTo(MANY));
        assertThat(last(STARK, CounterpartsMapped.class)).isEqualTo(MANY);
        assertThat(get(manager("pym"), resource + "/counterparts")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
        assertThat(get(manager("stark"), resource + "/counterparts?limit=200"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(200);
    }

    private static void patiently(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(assertion);
    }

    private PartnershipId partnership() throws Exception {
        register("stark");
        register("pym");
        var invited = post(manager("stark"), "/roster/partnerships", """
                {"name": "Both", "with": ["pym"], "reason": {"code": "GROWTH", "sentence": "Shared customers."}}
                """);
        String id = JsonPath.read(invited.getResponse().getContentAsString(), "$.partnership");
        postCurrent(manager("pym"), "/roster/partnerships/" + id, "/acceptance", "");
        return new PartnershipId(id);
    }

    private void agree(String resource, int revision, String level) {
        postCurrent(manager("stark"), resource, "/revisions", POLICY.replace("LEVEL", level));
        stateFit(resource, "stark", "pym");
        postCurrent(manager("stark"), resource, "/revisions/" + revision + "/signature", "");
        assertThat(postCurrent(manager("pym"), resource, "/revisions/" + revision + "/signature", ""))
                .hasStatusOk();
    }

    private void aligned(PartnershipId partnership, String joint) {
        var members = List.of(
                new Member(new AccountRef(STARK, new CrmId("S-" + joint)), 1, null, Population.CUSTOMERS),
                new Member(new AccountRef(PYM, new CrmId("P-" + joint)), 1, null, Population.CUSTOMERS));
        var event = new JointAccountChanged(new JointAccountId(joint), partnership, members, Book.NOT_IN_BOOK);
        write(Topics.ALIGNMENTS, joint, 1, event);
    }

    /// How many keys' last record to the company is of that type.
    private long last(CompanyId company, Class<?> type) {
        return read(Topics.crmOut(company)).stream()
                .collect(Collectors.toMap(
                        event -> event.key(), event -> event.payload().getClass(), (_, last) -> last))
                .values()
                .stream()
                .filter(type::equals)
                .count();
    }
}
