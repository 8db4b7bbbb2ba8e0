package dev.tandem.systemtests.story;

import static dev.tandem.systemtests.running.RunningPlatform.api;
import static dev.tandem.systemtests.running.RunningPlatform.manager;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.samples.BookCsv;
import dev.tandem.samples.SampleEvent;
import dev.tandem.samples.SampleEvent.Kind;
import dev.tandem.standalone.client.Answer;
import dev.tandem.standalone.client.Patience.Look;
import dev.tandem.systemtests.alliance.Alliance;
import dev.tandem.systemtests.alliance.Samples;
import dev.tandem.systemtests.alliance.Settling;
import dev.tandem.systemtests.alliance.Terms;
import dev.tandem.systemtests.running.LogsOnFailure;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is wrong is refused or parked with field and rule, and nothing of it is half applied.
@Order(2)
@ExtendWith(LogsOnFailure.class)
class BadInputIT {
    /// These leave their object alone for ever, so that no later full state makes them pointless.
    private static final Set<Kind> SURELY_PARKED = EnumSet.of(Kind.UNKNOWN_CURRENCY, Kind.MALFORMED_AMOUNT);

    private final Samples samples = Samples.get();
    private final Alliance alliance = samples.alliance();

    @Test
    void anEventThatCannotApplyIsParkedWithFieldAndRuleAndTheOthersGoOn() {
        samples.joints();
        for (var company : samples.world().companies()) {
            var keys = company.load().stream()
                    .filter(event -> SURELY_PARKED.contains(event.kind()))
                    .map(SampleEvent::key)
                    .collect(Collectors.toSet());
            assertThat(keys).isNotEmpty();
            var receipts = Samples.until("receipts of what is parked", () -> {
                var parked = api().as(company.id().value(), "crm").all("/accounts/receipts?outcome=PARKED");
                var found = parked.stream()
                        .map(receipt -> receipt.at("/objectId").asString())
                        .collect(Collectors.toSet());
                return found.containsAll(keys) ? Look.seen(parked) : Look.notYet(found + " of " + keys);
            });
            assertThat(receipts).allSatisfy(receipt -> {
                assertThat(receipt.at("/findings/0/field").asString()).isNotBlank();
                assertThat(receipt.at("/findings/0/rule").asString()).isNotBlank();
            });
            var waiting = api().as(company.id().value(), "crm").all("/accounts/parked");
            assertThat(waiting)
                    .isNotEmpty()
                    .allSatisfy(parked ->
                            assertThat(parked.at("/findings/0/rule").asString()).isNotBlank());
        }
    }

    @Test
    void anUnknownCompanyCannotBeInvited() {
        var body = """
                {"name": "x", "with": ["nobody-knows"], "reason": {"code": "GROWTH", "sentence": "Why not."}}
                """;
        refused(manager("acme").post("/roster/partnerships", key(), body), "with");
    }

    @Test
    void aCompanyCannotBeRegisteredInACurrencyThatDoesNotExist() {
        var body = """
                {"id": "odd", "name": "Odd", "baseCurrency": "XQX", "timeZone": "Europe/Berlin", "fiscalYearStartMonth": 1}
                """;
        refused(api().operator().post("/roster/companies", key(), body), "baseCurrency");
    }

    @Test
    void aPolicyOf99PercentIsRefusedWithItsSum() {
        var before = manager("acme").get(alliance.path()).expect(200).body();
        var answer = alliance.post("acme", "/revisions", Terms.splitting("acme", "globex", "60%", "39%"));
        assertThat(answer.body()).contains("99%");
        refused(answer, "crediting");
        assertThat(manager("acme").get(alliance.path()).expect(200).body()).isEqualTo(before);
    }

    @Test
    void aPartnershipNeedsAReason() {
        refused(manager("acme").post("/roster/partnerships", key(), """
                {"name": "x", "with": ["stranger"]}
                """), "reason");
    }

    @Test
    void aFileOfRaggedRowsIsRefusedWithTheirLinesAndNothingOfItIsThere() {
        var before = Settling.unchanged("the book", () -> Settling.accounts("stranger"));
        var csv = BookCsv.ragged(samples.world().acme(), 50);
        var headers = Map.of("Idempotency-Key", key(), "Content-Type", "text/csv");
        var answer = api().as("stranger", "admin").send("POST", "/accounts/imports", headers, csv.text());
        var lines = csv.text().lines().toList();
        var ragged = csv.badLines().stream()
                .filter(line -> !lines.get(line - 1).isEmpty())
                .toList();
        assertThat(ragged).isNotEmpty();
        ragged.forEach(line -> refused(answer, "line " + line));
        assertThat(Settling.unchanged("the book", () -> Settling.accounts("stranger")))
                .isEqualTo(before);
    }

    /// With a violation of this field, each with a rule and a message.
    private static void refused(Answer answer, String field) {
        var problem = answer.expect(400).json();
        assertThat(problem.at("/violations")).isNotEmpty();
        assertThat(problem.at("/violations"))
                .anySatisfy(violation ->
                        assertThat(violation.at("/field").asString()).startsWith(field));
        assertThat(problem.at("/violations")).allSatisfy(violation -> {
            assertThat(violation.at("/rule").asString()).isNotBlank();
            assertThat(violation.at("/message").asString()).isNotBlank();
        });
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
