package dev.tandem.roster.placeholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.company.CompanyChanged;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.roster.RosterTest;
import dev.tandem.roster.placeholder.Placeholder.Claim;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@NullMarked
class PlaceholderTest extends RosterTest {
    private static final String BODY = """
            {"name": "Sirius Cybernetics", "reason": {"code": "GROWTH", "sentence": "They will join in summer."}}
            """;

    @Autowired
    private Placeholders placeholders;

    @Test
    void aPartnerIsRepresentedByFilesAndClaimedByTheRealCompanyWhichThenAcceptsLikeAnyOther() throws Exception {
        register("megadodo");
        register("sirius");
        register("vogons");
        var location = location(post(manager("megadodo"), "/roster/placeholders", BODY));
        assertThat(file(location, "name,role,territory\nZaphod B,AE,Betelgeuse\n"))
                .hasStatusOk();
        assertThat(get(manager("megadodo"), location)).bodyText().contains("Zaphod B", "Betelgeuse");
        strangersFindNothing(location);
        var partnership = shown(location, "$.partnership");
        var company = shown(location, "$.company");
        await().untilAsserted(() -> assertThat(partnershipTold(partnership)).satisfies(told -> {
            assertThat(told.inForce()).isEmpty();
            assertThat(told.offline())
                    .hasToString("Offline[placeholder=" + company + ", by=megadodo, claimedAs=null, successor=null]");
        }));

        var token = token(location);
        var older = token;
        token = token(location);
        assertThat(claim("vogons", older)).hasStatus(404);
        assertThat(claim("vogons", "never-issued")).hasStatus(404);
        assertThat(claim("megadodo", token)).hasStatus(409);
        var claimed = claim("sirius", token);
        assertThat(claimed).hasStatus(201);
        assertThat(claim("sirius", token)).hasStatus(201);
        assertThat(claim("vogons", token)).hasStatus(404);

        var resource = "" + claimed.getResponse().getHeader("Location");
        assertThat(get(manager("sirius"), resource))
                .bodyJson()
                .isLenientlyEqualTo("{\"status\": \"INVITED\", \"allowed\": [\"acceptance\", \"rejection\"]}");
        assertThat(postCurrent(manager("sirius"), resource, "/acceptance", "")).hasStatusOk();
        assertThat(get(manager("sirius"), resource)).bodyText().doesNotContain("Zaphod");
        assertThat(get(manager("megadodo"), location)).bodyText().contains("Zaphod B", "\"by\":\"sirius\"");
        assertThat(post(manager("megadodo"), location + "/invitations", "{}")).hasStatus(409);
        await().untilAsserted(() -> assertThat(partnershipTold(partnership)).satisfies(told -> {
            assertThat(told.status()).isEqualTo(PartnershipChanged.Status.CANCELLED);
            assertThat(resource)
                    .endsWith("/"
                            + java.util.Objects.requireNonNull(told.offline()).successor());
        }));
        assertThat(read(Topics.COMPANIES))
                .filteredOn(event -> event.key().equals(company))
                .last()
                .satisfies(event -> {
                    var told = (CompanyChanged) event.payload();
                    assertThat(told.status()).isEqualTo(CompanyChanged.Status.REGISTERED);
                    assertThat(told.representedBy()).isEqualTo(new CompanyId("megadodo"));
                    assertThat(told.claimedAs()).isEqualTo(new CompanyId("sirius"));
                });
        assertThat(read(Topics.PARTNERSHIPS).toString() + read(Topics.COMPANIES))
                .doesNotContain("Zaphod");
    }

    /// As when the process dies between the two.
    @Test
    void whoClaimedIsInvitedThoughNobodyAsksAgain() {
        register("megadodo9");
        register("sirius9");
        var location = location(post(manager("megadodo9"), "/roster/placeholders", BODY));
        var id = location.substring(location.lastIndexOf('/') + 1);
        var claim = new Claim(new CompanyId("sirius9"), new PartnershipId(id + "-claimed"), Instant.now());

        placeholders.claim(new CompanyId("megadodo9"), id, was -> was.claimed(claim));

        await().untilAsserted(() -> assertThat(get(manager("sirius9"), "/roster/partnerships/" + claim.partnership()))
                .bodyJson()
                .isLenientlyEqualTo("{\"status\": \"INVITED\"}"));
    }

    @Test
    void aFileWithAWrongLineIsRefusedWhole() throws Exception {
        register("megadodo2");
        var location = location(post(manager("megadodo2"), "/roster/placeholders", BODY));

        assertThat(fileOf("megadodo2", location, "name,email\nZaphod,zaphod@x.example\nTrillian,none\n"))
                .hasStatus(400)
                .bodyText()
                .contains("line 3, email");
        assertThat(get(manager("megadodo2"), location)).bodyText().contains("\"reps\":[]");
    }

    @Test
    void aRepeatedRequestMakesNothingNewAndShowsNoTokenTwice() throws Exception {
        register("megadodo3");
        var first = location(post(manager("megadodo3"), "/roster/placeholders", "k1", null, BODY));
        assertThat(location(post(manager("megadodo3"), "/roster/placeholders", "k1", null, BODY)))
                .isEqualTo(first);
        var invited = post(manager("megadodo3"), first + "/invitations", "k2", null, "{}");
        var again = post(manager("megadodo3"), first + "/invitations", "k2", null, "{}");

        assertThat(invited).bodyText().contains("\"token\"");
        assertThat(again).hasStatus(201).bodyText().doesNotContain("\"token\"");
    }

    @Test
    void nobodyInvitesAPlaceholderAsIfItWereThere() throws Exception {
        register("megadodo4");
        var location = location(post(manager("megadodo4"), "/roster/placeholders", BODY));
        String company =
                JsonPath.read(get(manager("megadodo4"), location).getResponse().getContentAsString(), "$.company");

        assertThat(post(manager("megadodo4"), "/roster/partnerships", """
                        {"name": "Both", "with": ["%s"], "reason": {"code": "GROWTH", "sentence": "Customers."}}
                        """.formatted(company)))
                .hasStatus(400)
                .bodyText()
                .contains("NOT_INVITABLE");
    }

    private void strangersFindNothing(String location) {
        assertThat(get(manager("vogons"), location)).hasStatus(404);
        assertThat(fileOf("vogons", location, "name\nX\n")).hasStatus(404);
        assertThat(post(manager("vogons"), location + "/invitations", "{}")).hasStatus(404);
        assertThat(get(manager("vogons"), "/roster/placeholders")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
    }

    private PartnershipChanged partnershipTold(String partnership) {
        List<PartnershipChanged> told = read(Topics.PARTNERSHIPS).stream()
                .filter(event -> event.key().equals(partnership))
                .map(event -> (PartnershipChanged) event.payload())
                .toList();
        assertThat(told).isNotEmpty();
        return told.getLast();
    }

    private String token(String location) throws Exception {
        var answer = post(manager("megadodo"), location + "/invitations", "{\"expiresInDays\": 7}");
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.token");
    }

    private MvcTestResult claim(String company, String token) {
        return post(manager(company), "/roster/placeholder-claims", "{\"token\": \"" + token + "\"}");
    }

    private static String location(MvcTestResult created) {
        assertThat(created).hasStatus(201);
        return "" + created.getResponse().getHeader("Location");
    }

    private String shown(String location, String path) throws Exception {
        return JsonPath.read(get(manager("megadodo"), location).getResponse().getContentAsString(), path);
    }

    private MvcTestResult file(String location, String text) {
        return fileOf("megadodo", location, text);
    }

    private MvcTestResult fileOf(String company, String location, String text) {
        return postCsv(manager(company), location + "/reps", UUID.randomUUID().toString(), text);
    }
}
