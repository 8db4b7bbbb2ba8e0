package dev.tandem.accounts.crm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.accounts.Outside;
import dev.tandem.accounts.Running;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/// What a CRM sends that no account can be made of: it is named by field and rule, nothing of it is applied, and what
/// comes after it is.
@Running
class BadEventWalkTest {
    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Autowired
    private MockMvc http;

    private Outside outside;

    @BeforeEach
    void open() {
        outside = new Outside(brokers);
    }

    @AfterEach
    void close() {
        outside.close();
    }

    /// @param fields as JSON
    /// @param field of the receipt's finding
    record Bad(String id, String fields, String field, String rule) {}

    @Test
    void isParkedByFieldAndRuleAndNothingOfItIsApplied() throws Exception {
        var many =
                IntStream.range(0, 5_000).mapToObj(i -> "\"f" + i + "\":\"x\"").collect(Collectors.joining(","));
        var bad = List.of(
                new Bad("half", "{\"name\":\"Half \\uD83D\"}", "name", "NOT_TEXT"),
                new Bad("control", "{\"name\":\"A\\u0000B\"}", "name", "NOT_TEXT"),
                new Bad("nothing", "{\"name\":\"A\",\"street\":\"\\uFFFE\"}", "street", "NOT_TEXT"),
                new Bad("long", "{\"name\":\"" + "x".repeat(200_000) + "\"}", "name", "TOO_LONG"),
                new Bad("many", "{\"name\":\"Many\"," + many + "}", "fields", "TOO_MANY"),
                new Bad("nowhere", "{\"name\":\"Nowhere\",\"country\":\"XX\"}", "country", "NOT_A_COUNTRY"));
        bad.forEach(each -> outside.crmBytes(
                "quark", each.id(), event(each.id(), each.fields()).getBytes(UTF_8)));
        outside.crmBytes(
                "quark", "after", event("after", "{\"name\":\"Comes After\"}").getBytes(UTF_8));

        until("/accounts/accounts", "Comes After");
        for (var each : bad) {
            until("/accounts/receipts?objectId=" + each.id(), each.rule());
            var receipts = read("/accounts/receipts?objectId=" + each.id()).getContentAsString(UTF_8);
            assertThat(JsonPath.<String>read(receipts, "$.items[0].outcome")).isEqualTo("PARKED");
            assertThat(JsonPath.<List<String>>read(receipts, "$.items[0].findings[*].field"))
                    .contains(each.field());
            assertThat(read("/accounts/accounts/" + each.id()).getStatus()).isEqualTo(404);
        }
    }

    @Test
    void whatIsNoJsonIsParkedAndDoesNotStopTheRest() throws Exception {
        outside.crmBytes(
                "quark", "latin", event("latin", "{\"name\":\"M\u00FCller\"}").getBytes(ISO_8859_1));
        outside.crmBytes(
                "quark",
                "deep",
                event("deep", "[".repeat(5_000) + "]".repeat(5_000)).getBytes(UTF_8));
        outside.crmBytes("quark", "cut", "{\"objectType\":\"account\"".getBytes(UTF_8));
        outside.crmBytes(
                "quark", "goeson", event("goeson", "{\"name\":\"Goes On\"}").getBytes(UTF_8));

        until("/accounts/accounts", "Goes On");
        for (var id : List.of("latin", "deep", "cut")) {
            until("/accounts/parked", "\"" + id + "\"");
            assertThat(read("/accounts/accounts/" + id).getStatus()).isEqualTo(404);
        }
    }

    /// It is applied, said so in its receipt, and matched by people only.
    @Test
    void whatLostItsLettersOrOnlyLooksAlikeIsRemarked() throws Exception {
        outside.crmBytes(
                "quark", "lost", event("lost", "{\"name\":\"M\uFFFDller\"}").getBytes(UTF_8));
        outside.crmBytes(
                "quark",
                "alike",
                event("alike", "{\"name\":\"Alike\",\"website\":\"\u0430cme.com\"}")
                        .getBytes(UTF_8));

        until("/accounts/receipts?objectId=lost", "BROKEN_TEXT");
        until("/accounts/receipts?objectId=alike", "LOOKALIKE");
        assertThat(read("/accounts/accounts/lost").getStatus()).isEqualTo(200);
    }

    private static String event(String id, String fields) {
        return """
                {"objectType": "account", "objectId": "%s", "change": "FULL", "fields": %s}""".formatted(id, fields);
    }

    private void until(String path, String part) {
        await().atMost(ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(read(path).getContentAsString(UTF_8)).contains(part));
    }

    private MockHttpServletResponse read(String path) throws Exception {
        return http.perform(get(path).header("Authorization", Tokens.bearer("quark", Role.ADMIN, Role.CRM)))
                .andReturn()
                .getResponse();
    }
}
