package dev.tandem.accounts.alignment;

import dev.tandem.accounts.alignment.JointAccount.Member;
import dev.tandem.accounts.alignment.JointAccount.Told;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.Population;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// A joint account as tests need it.
public final class JointAccountFixture {
    private JointAccountFixture() {}

    /// Of one account per company, `<company>-1`, with these entries in the shared book.
    public static JointAccount jointAccount(List<CompanyId> companies, BookEntry... entries) {
        return new JointAccount(
                new JointAccountId("joint"),
                new PartnershipId("partnership"),
                Instant.EPOCH,
                companies.stream().map(JointAccountFixture::member).toList(),
                List.of(),
                List.of(),
                Stream.of(entries).toList(),
                Told.NOTHING);
    }

    private static Member member(CompanyId company) {
        var account = new AccountRef(company, new CrmId(company + "-1"));
        return new Member(account, 1, null, Population.PROSPECTS);
    }
}
