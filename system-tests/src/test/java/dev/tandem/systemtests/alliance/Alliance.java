package dev.tandem.systemtests.alliance;

import static dev.tandem.systemtests.running.RunningPlatform.api;
import static dev.tandem.systemtests.running.RunningPlatform.manager;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.samples.SampleCompany;
import dev.tandem.standalone.client.Answer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Two companies with a partnership that both accepted.
public record Alliance(String first, String second, String partnership) {
    private static final String WHY = "{\"code\": \"GROWTH\", \"sentence\": \"We meet at the same customers.\"}";

    private static final String FIT = """
            {"verdict": "FIT", "measures": ["Joint deals"], "customerGains": ["One offer instead of two"], "reason": %s}
            """.formatted(WHY);

    /// The partnership is active; nothing is agreed on yet.
    public static Alliance found(String first, String second) {
        var invitation = """
                {"name": "%s and %s", "with": ["%s"], "reason": %s}
                """.formatted(first, second, second, WHY);
        var invited =
                manager(first).post("/roster/partnerships", key(), invitation).expect(201);
        var alliance =
                new Alliance(first, second, invited.json().at("/partnership").asString());
        alliance.post(second, "/acceptance", null).expect(200);
        return alliance;
    }

    public static void register(SampleCompany company) {
        register(
                company.id().value(),
                company.name(),
                company.currency().getCurrencyCode(),
                company.timeZone().getId(),
                company.fiscalYearStart().getMonthValue());
    }

    public static void register(String id, String currency) {
        register(id, "The " + id + " company", currency, "Europe/Berlin", 1);
    }

    private static void register(String id, String name, String currency, String zone, int month) {
        var body = """
                {"id": "%s", "name": "%s", "baseCurrency": "%s", "timeZone": "%s", "fiscalYearStartMonth": %d}
                """.formatted(id, name, currency, zone, month);
        api().operator().post("/roster/companies", key(), body).expect(201);
    }

    public String path() {
        return "/roster/partnerships/" + partnership;
    }

    public String in(String service) {
        return "/" + service + "/partnerships/" + partnership;
    }

    /// Proposed by the first, signed by both: in force when this returns.
    ///
    /// @return its number
    public int agree(String terms) {
        var number = propose(terms).json().at("/number").asInt();
        post(first, "/fit", FIT).expect(200);
        post(second, "/fit", FIT).expect(200);
        sign(first, number);
        var signed = sign(second, number);
        assertThat(signed.json().at("/status").asString()).isEqualTo("IN_FORCE");
        return number;
    }

    public Answer propose(String terms) {
        return post(first, "/revisions", terms).expect(201);
    }

    private Answer sign(String company, int number) {
        return post(company, "/revisions/" + number + "/signature", null).expect(200);
    }

    /// What the company's alliance manager does to the partnership as it is now.
    public Answer post(String company, String action, @Nullable String body) {
        var manager = manager(company);
        return manager.post(
                path() + action, key(), manager.get(path()).expect(200).etag(), body);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
