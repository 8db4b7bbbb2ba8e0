package dev.tandem.roster.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.alignment.JointAccountChanged.Book;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.roster.AgreedPair;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who has not proven what the agreement asks of a rep is told to nobody as a counterpart, whether the rep owns the
/// account or stands in, until it is proven or somebody decides so.
@NullMarked
class ReadinessJourneyTest extends AgreedPair {
    private static final CompanyId RIGEL = new CompanyId("rigel");
    private static final CompanyId MIZAR = new CompanyId("mizar");
    private static final String WHY = "{\"reason\": {\"code\": \"OK\", \"sentence\": \"As we said.\"}}";
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [{"id": "PRODUCT", "kind": "TRAINING", "sentence": "Knows both."}], "noticeDays": 30}
            """;

    private String resource = "";

    @Test
    void anOwnerAndAStandInAreToldOnceReadyOrByDecision() throws Exception {
        resource = agreed("rigel", "mizar", TERMS);
        var ann = rep("rigel", "R1", "Ann Ash");
        var cid = rep("mizar", "M1", "Cid Cole");
        aligned("j-owned", ann, cid);
        aligned("j-unowned", ann, null);
        sees("rigel", "j-owned", List.of(ann), List.of("NOT_READY", "NOT_READY"));
        assertThat(told(RIGEL)).isNotEmpty().doesNotContain(cid);

        tick("mizar", cid, true);
        sees("rigel", "j-owned", List.of(ann, cid), List.of("NOT_READY"));
        sees("mizar", "j-owned", List.of(cid), List.of("NOT_READY"));
        tick("rigel", ann, true);
        sees("mizar", "j-owned", List.of(ann, cid), List.of());
        sees("rigel", "j-unowned", List.of(ann), List.of("NO_ACTIVE_OWNER"));

        paired();
        sees("rigel", "j-unowned", List.of(ann, cid), List.of());
        tick("mizar", cid, false);
        sees("rigel", "j-unowned", List.of(ann), List.of("NO_ACTIVE_OWNER"));
        sees("rigel", "j-owned", List.of(ann), List.of("NOT_READY"));
        patiently().untilAsserted(() -> assertThat(told(RIGEL)).doesNotContain(cid));

        overridden(ann, cid);
        sees("rigel", "j-unowned", List.of(ann, cid), List.of());
        sees("rigel", "j-owned", List.of(ann, cid), List.of());
        patiently().untilAsserted(() -> assertThat(told(RIGEL)).contains(cid));
    }

    private void sees(String company, String joint, List<String> reps, List<String> gaps) {
        patiently().untilAsserted(() -> {
            var answer = get(manager(company), resource + "/counterparts?jointAccount=" + joint);
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.items[0].counterparts[*].rep")
                    .asArray()
                    .containsExactlyInAnyOrderElementsOf(List.<Object>copyOf(reps));
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.items[0].gaps[*].because.code")
                    .isEqualTo(gaps);
        });
    }

    /// What the company's systems were last told of the account that both own.
    private String told(CompanyId company) {
        return read(Topics.crmOut(company)).stream()
                .filter(event -> event.key().equals("counterparts/j-owned"))
                .map(event -> event.payload().toString())
                .reduce("", (_, last) -> last);
    }

    private void tick(String company, String rep, boolean done) {
        assertThat(post(manager(company), resource + "/onboarding-ticks", """
                        {"rep": "%s", "requirement": "PRODUCT", "done": %s,
                         "reason": {"code": "COURSE", "sentence": "By the list of March."}}
                        """.formatted(rep, done)))
                .hasStatusOk();
    }

    private void paired() {
        assertThat(post(manager("rigel"), resource + "/pairing-proposals", WHY)).hasStatus(201);
        for (var company : List.of("rigel", "mizar")) {
            assertThat(post(manager(company), resource + "/pairing-confirmations", "{\"number\": 1}"))
                    .hasStatusOk();
        }
    }

    private void overridden(String ann, String cid) {
        assertThat(post(manager("rigel"), resource + "/pairing-overrides", """
                        {"own": "%s", "partner": {"company": "mizar", "rep": "%s"}, "together": true,
                         "reason": {"code": "URGENT", "sentence": "The course is next week, the tender is today."}}
                        """.formatted(ann, cid)))
                .hasStatusOk();
    }

    private void aligned(String joint, String own, @Nullable String other) {
        var owner = other == null ? null : new RepId(other);
        var members = List.of(
                new Member(new AccountRef(RIGEL, new CrmId("R" + joint)), 1, new RepId(own), Population.CUSTOMERS),
                new Member(new AccountRef(MIZAR, new CrmId("M" + joint)), 1, owner, Population.CUSTOMERS));
        var partnership = new PartnershipId(resource.substring(resource.lastIndexOf('/') + 1));
        var id = new JointAccountId(joint);
        write(Topics.ALIGNMENTS, joint, 1, new JointAccountChanged(id, partnership, members, Book.NOT_IN_BOOK));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
