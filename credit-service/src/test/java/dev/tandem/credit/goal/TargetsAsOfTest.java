package dev.tandem.credit.goal;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.SIGNED;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.JointGoals;
import dev.tandem.contracts.partnership.JointGoals.Counts;
import dev.tandem.contracts.partnership.JointGoals.Target;
import dev.tandem.credit.Given;
import dev.tandem.credit.ServiceTest;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a joint target stood at, by any pair of effective date and entry.
class TargetsAsOfTest extends ServiceTest {
    private static final PartnershipId PARTNERSHIP = new PartnershipId("targets-as-of");

    @Test
    void anyPairGivesWhatWasGivenThenThoughMoreWasPostedAndAgreedSince() throws Exception {
        platform.says(1, in(PARTNERSHIP, Given.partnership(List.of(first(null)))));
        platform.says(1, in(PARTNERSHIP, counterparts(GUS)));
        platform.says(in(PARTNERSHIP, deal("d1", 1, usd("1000.00"), Status.WON)));
        awaitNet(PARTNERSHIP, "600.00", "400.00");
        var entry = JsonPath.read(report(PARTNERSHIP, ACME, "2026-03"), "$.joint.asOf")
                .toString();
        var joint = read("");
        var own = read("/own");
        assertThat(reached(joint)).containsExactly("1000.00");

        agreesOnMoreAndPostsMore();
        assertThat(read("?asOf=" + entry)).isEqualTo(joint);
        assertThat(read("/own?asOf=" + entry)).isEqualTo(own).isNotEqualTo(read("/own"));
        assertThat(read("?effectiveThrough=2026-03-31&asOf=" + entry)).isEqualTo(joint);
        assertThat(reached(read("?effectiveThrough=2026-03-31"))).containsExactly("200.00");
        assertThat(counted(read("/own?effectiveThrough=2026-03-31"))).containsExactly("200.00");
        assertThat(reached(read("?effectiveThrough=2026-03-13&asOf=" + entry))).containsExactly("0.00");
        assertThat(read("?asOf=0")).isEqualTo("{\"targets\":[]}");
        refusesWhatCutsRefuse();
    }

    /// The first deal is of April and of less now, and another is new.
    private void agreesOnMoreAndPostsMore() {
        var now = Instant.now();
        var second = Given.revision(2, Given.fixed("60%", "40%"), now, null).with(null, goals("20000.00", Counts.FULL));
        platform.says(2, in(PARTNERSHIP, Given.partnership(List.of(first(now), second))));
        var moved = Given.on(deal("d1", 2, usd("500.00"), Status.WON), LocalDate.of(2026, 4, 2));
        platform.says(in(PARTNERSHIP, moved));
        platform.says(in(PARTNERSHIP, deal("d2", 1, usd("200.00"), Status.WON)));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(reached(read(""))).containsExactly("700.00");
            assertThat(read("")).contains("20000.00");
        });
    }

    private void refusesWhatCutsRefuse() throws Exception {
        for (var wrong : List.of("asOf=x", "asOf=-1", "asOf=999", "effectiveThrough=x")) {
            var refusal = violations("/cuts?" + wrong);
            assertThat(refusal).contains(wrong.substring(0, wrong.indexOf('=')));
            assertThat(violations("/targets?" + wrong)).isEqualTo(refusal);
            assertThat(violations("/targets/own?" + wrong)).isEqualTo(refusal);
            assertThat(violations("/expenses/budgets?" + wrong)).isEqualTo(refusal);
        }
    }

    private static Agreement first(@Nullable Instant until) {
        return Given.revision(1, Given.fixed("60%", "40%"), SIGNED, until)
                .with(null, goals("10000.00", Counts.CREDITED));
    }

    private static JointGoals goals(String amount, Counts counts) {
        var target = new Target("half-year", YearMonth.of(2026, 1), YearMonth.of(2026, 6), usd(amount), counts);
        return new JointGoals(List.of(target), null, null);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static List<String> reached(String answer) {
        return JsonPath.read(answer, "$.targets[*].reached.amount");
    }

    private static List<String> counted(String answer) {
        return JsonPath.read(answer, "$.targets[*].counted.amount");
    }

    private String violations(String path) throws Exception {
        return JsonPath.read(answer(path), "$.violations").toString();
    }

    private String read(String more) throws Exception {
        return answer("/targets" + more);
    }

    private String answer(String path) throws Exception {
        return http.perform(get("/credit/partnerships/" + PARTNERSHIP + path)
                        .header("Authorization", Tokens.bearer("acme", Role.FINANCE)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
