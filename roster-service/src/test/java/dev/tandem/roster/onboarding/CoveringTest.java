package dev.tandem.roster.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.alignment.JointAccountChanged.Book;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.AgreedPair;
import dev.tandem.roster.onboarding.Checklist.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/// The agreed counterpart of an owner covers what came while the counterpart was not ready, or away: also where the
/// process dies as soon as the proof is noted.
@NullMarked
class CoveringTest extends AgreedPair {
    private static final CompanyId ALCOR = new CompanyId("alcor");
    private static final CompanyId ALKAID = new CompanyId("alkaid");
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [{"id": "PRODUCT", "kind": "TRAINING", "sentence": "Knows both."}], "noticeDays": 30}
            """;

    @Autowired
    private Checklists checklists;

    private String resource = "";

    @Test
    void whatCameMeanwhileIsCoveredOnceTheCounterpartIsReadyOrBack() throws Exception {
        resource = agreed("alcor", "alkaid", TERMS);
        var ann = rep("alcor", "A1", "Ann Ash");
        var cid = rep("alkaid", "C1", "Cid Cole");
        aligned("j-both", ann, cid);
        ticked(ann, true);
        ticked(cid, true);
        sees("j-both", List.of(ann, cid));
        paired();
        ticked(cid, false);
        sees("j-both", List.of(ann));

        aligned("j-unready", ann, null);
        sees("j-unready", List.of(ann));
        ticked(cid, true);
        sees("j-unready", List.of(ann, cid));

        isThere(cid, false);
        sees("j-unready", List.of(ann));
        aligned("j-away", ann, null);
        sees("j-away", List.of(ann));
        isThere(cid, true);
        sees("j-away", List.of(ann, cid));
    }

    /// As far as a process comes that dies right after it.
    private void ticked(String rep, boolean done) {
        var tick = new Tick("PRODUCT", new Reason("COURSE", "By the list of March."), Instant.EPOCH);
        checklists.change(
                partnership(),
                new RepId(rep),
                Cause.GIVEN,
                was -> done ? was.ticked(tick) : was.cleared(tick.requirement()));
    }

    private void isThere(String rep, boolean active) {
        var path = "/roster/reps/" + rep;
        var admin = Tokens.bearer("alkaid", Role.ADMIN);
        var etag = get(admin, path).getResponse().getHeader("ETag");
        var body = "{\"name\": \"Cid Cole\", \"active\": %s}".formatted(active);
        assertThat(send(HttpMethod.PUT, admin, path, UUID.randomUUID().toString(), etag, body))
                .hasStatusOk();
    }

    private void paired() {
        var why = "{\"reason\": {\"code\": \"OK\", \"sentence\": \"As we said.\"}}";
        assertThat(post(manager("alcor"), resource + "/pairing-proposals", why)).hasStatus(201);
        for (var company : List.of("alcor", "alkaid")) {
            assertThat(post(manager(company), resource + "/pairing-confirmations", "{\"number\": 1}"))
                    .hasStatusOk();
        }
    }

    private void sees(String joint, List<String> reps) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get(manager("alcor"), resource + "/counterparts?jointAccount=" + joint))
                        .bodyJson()
                        .extractingPath("$.items[0].counterparts[*].rep")
                        .asArray()
                        .containsExactlyInAnyOrderElementsOf(List.<Object>copyOf(reps)));
    }

    private void aligned(String joint, String own, @Nullable String other) {
        var owner = other == null ? null : new RepId(other);
        var members = List.of(
                new Member(new AccountRef(ALCOR, new CrmId("A" + joint)), 1, new RepId(own), Population.CUSTOMERS),
                new Member(new AccountRef(ALKAID, new CrmId("C" + joint)), 1, owner, Population.CUSTOMERS));
        var changed = new JointAccountChanged(new JointAccountId(joint), partnership(), members, Book.NOT_IN_BOOK);
        write(Topics.ALIGNMENTS, joint, 1, changed);
    }

    private PartnershipId partnership() {
        return new PartnershipId(resource.substring(resource.lastIndexOf('/') + 1));
    }
}
