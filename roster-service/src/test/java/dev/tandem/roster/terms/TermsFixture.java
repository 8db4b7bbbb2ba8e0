package dev.tandem.roster.terms;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// What acme and globex agree on.
@NullMarked
public final class TermsFixture {
    public static final CompanyId ACME = new CompanyId("acme");
    public static final CompanyId GLOBEX = new CompanyId("globex");

    private TermsFixture() {}

    public static Terms terms() {
        return with(
                List.of(
                        prevailing(Topic.EXPENSES, null, null, ACME),
                        prevailing(Topic.EXPENSES, "DE", null, GLOBEX),
                        prevailing(Topic.EXPENSES, null, "MEETING", ACME)),
                "50%");
    }

    static Terms with(List<Prevailing> prevailing, String acmePays) {
        return new Terms(
                new Charter("One offer to the same customer", List.of("Grow together"), List.of()),
                List.of(new Clause("R1", "Nobody calls on a customer of both without the other.")),
                prevailing,
                List.of(new ExpenseRule(
                        "TRAVEL",
                        List.of(
                                new ExpenseRule.Part(ACME, Share.parse(acmePays)),
                                new ExpenseRule.Part(GLOBEX, Share.parse("50%"))))),
                new ActivityNorm(8, 20, true, true, "A call with both and a next step."),
                List.of(new Limit("DE", "Calls", "No cold calls to consumers.")),
                List.of(new OrderProcess(ACME, List.of("Send the quote", "Book the order"))),
                List.of(new Contact(GLOBEX, "Orders", new RepId("gus"))),
                List.of(new Requirement("PRODUCT", Requirement.Kind.TRAINING, "Knows both products.")),
                60);
    }

    static Prevailing prevailing(Topic topic, @Nullable String country, @Nullable String activity, CompanyId party) {
        return new Prevailing(new Situation(topic, country, activity), party, "4.2", "As " + party + " says.");
    }
}
