package dev.tandem.accounts.issuing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Hash;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// Issues the ids of a partnership: HMAC-SHA256 under its secret, cut to 144 bits. The same things have the same id
/// whenever it is asked for, also after a crash before it was stored; whoever does not know the secret can neither
/// compute an id from CRM ids nor find out CRM ids from an id, and no id tells that two partnerships mean the same.
@Component
public class IssuedIds {
    private static final int ID_BYTES = 18;

    private final Secrets secrets;

    IssuedIds(Secrets secrets) {
        this.secrets = secrets;
    }

    /// @param founders the accounts that it is founded on, in order
    /// @param nth zero, or how many ids of these founders went on to other accounts
    public JointAccountId jointAccount(PartnershipId partnership, List<AccountRef> founders, int nth) {
        var parts = founders.stream().map(AccountRef::toString).toArray(String[]::new);
        return new JointAccountId(id(partnership, "joint account", Hash.hex(parts), Integer.toString(nth)));
    }

    public DealId deal(PartnershipId partnership, CompanyId owner, CrmId opportunity) {
        return new DealId(id(partnership, "deal", owner.value(), opportunity.value()));
    }

    /// Of a pair of accounts that people decide about.
    public String review(PartnershipId partnership, AccountRef one, AccountRef other) {
        return id(partnership, "review", one.toString(), other.toString());
    }

    /// Names each of a party's accounts to the other parties.
    public Function<AccountRef, String> partnerAccounts(PartnershipId partnership) {
        var secret = secrets.of(partnership);
        return account -> id(secret, "partner account", account.toString());
    }

    /// Marks of what was told, by which it is known again: a plain hash of an account's name and domain could be found
    /// by trying all that there are.
    public UnaryOperator<String> told(PartnershipId partnership) {
        return told -> id(partnership, "told", told);
    }

    private String id(PartnershipId partnership, String... parts) {
        return id(secrets.of(partnership), parts);
    }

    private static String id(Secret secret, String... parts) {
        var mac = secret.mac().doFinal(Hash.hex(parts).getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, ID_BYTES));
    }
}
