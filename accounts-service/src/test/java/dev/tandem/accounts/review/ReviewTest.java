package dev.tandem.accounts.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.accounts.matching.Names;
import dev.tandem.accounts.review.Verdict.Answer;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Names NAMES = new Names("Big Blue", "International Business Machines");
    private static final Review DOUBTED = Review.of(
            "r-1", new PartnershipId("p-1"), new Review.Doubted(ref("acme", "1"), ref("globex", "2"), List.of()), NOON);

    @Test
    void teachesOnlyWhileBothSayThatItIsOneCustomer() {
        var one = DOUBTED.said(says("acme", Answer.SAME_CUSTOMER)).of(NAMES);
        assertThat(one.taught()).isEmpty();
        var both = one.said(says("globex", Answer.SAME_CUSTOMER));
        assertThat(both.taught()).contains(NAMES);
        assertThat(both.said(says("acme", Answer.DIFFERENT_CUSTOMERS)).taught()).isEmpty();
    }

    private static Verdict says(String company, Answer answer) {
        var reason = new Reason("VISITED", "I was there.");
        return new Verdict(new CompanyId(company), answer, reason, "pat@" + company, NOON, true, 1);
    }

    private static AccountRef ref(String company, String id) {
        return new AccountRef(new CompanyId(company), new CrmId(id));
    }
}
