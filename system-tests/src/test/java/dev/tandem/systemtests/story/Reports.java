package dev.tandem.systemtests.story;

import static dev.tandem.systemtests.running.RunningPlatform.api;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.standalone.client.Answer;
import dev.tandem.systemtests.alliance.Alliance;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Credit reports as finance pulls them.
final class Reports {
    /// Those in which the sample companies sell, and one before and after.
    static final List<String> PERIODS =
            List.of("2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05");

    private Reports() {}

    static Answer of(String company, Alliance alliance, String period) {
        return api().as(company, "finance")
                .get(alliance.in("credit") + "/report?period=" + period)
                .expect(200);
    }

    static void assertTies(Alliance alliance, String period) {
        var report = of(alliance.first(), alliance, period).json();
        assertThat(of(alliance.second(), alliance, period).json().at("/digest")).isEqualTo(report.at("/digest"));
        var deals = report.at("/joint/deals");
        assertThat(deals.at("/received").asInt())
                .isEqualTo(
                        deals.at("/credited").asInt() + deals.at("/notCredited").asInt());
        for (var totals : report.at("/joint/totals")) {
            assertThat(amount(totals, "opening").add(amount(totals, "posted")))
                    .isEqualByComparingTo(amount(totals, "closing"));
            assertThat(linesOf(report, totals.at("/currency").asString()))
                    .isEqualByComparingTo(amount(totals, "posted"));
        }
        for (var line : report.at("/joint/lines")) {
            assertThat(line.at("/because/sentence").asString()).isNotBlank();
        }
    }

    private static BigDecimal linesOf(JsonNode report, String currency) {
        var sum = BigDecimal.ZERO;
        for (var line : report.at("/joint/lines")) {
            if (line.at("/amount/currency").asString().equals(currency)) {
                sum = sum.add(amount(line, "amount"));
            }
        }
        return sum;
    }

    private static BigDecimal amount(JsonNode of, String field) {
        return new BigDecimal(of.at("/" + field + "/amount").asString());
    }
}
