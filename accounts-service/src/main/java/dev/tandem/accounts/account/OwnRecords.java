package dev.tandem.accounts.account;

import dev.tandem.accounts.population.OwnPopulations;
import dev.tandem.accounts.rep.Reps;
import dev.tandem.accounts.sharing.Visibility;
import dev.tandem.accounts.sharing.Visibility.Own;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// An account as its owner has it, with the owning rep's name, before anything is taken from it for others.
@Component
public class OwnRecords {
    private final Reps reps;
    private final OwnPopulations populations;

    OwnRecords(Reps reps, OwnPopulations populations) {
        this.reps = reps;
        this.populations = populations;
    }

    public Own of(Account account) {
        return of(account, owner(account));
    }

    /// @param owner as [#owner] says it
    public Own of(Account account, Optional<RepChanged> owner) {
        var texts = new TreeMap<>(account.texts());
        owner.ifPresent(rep -> texts.put("owner", rep.name()));
        var defined = populations.recent(account.ref().company()).names();
        return new Own(account.placement(), account.withheld(), defined, texts);
    }

    /// What is read from here on is by the company's populations as they are now, also where another instance has just
    /// changed them.
    public void readPopulations(CompanyId company) {
        var _ = populations.now(company);
    }

    /// Whether none of the company's accounts takes part under the agreement.
    public boolean isClosed(Optional<Agreement> inForce, CompanyId company) {
        return Visibility.isClosed(inForce, company, populations.recent(company).names());
    }

    /// The rep who owns it, as far as the roster knows one.
    public Optional<RepChanged> owner(Account account) {
        return Optional.ofNullable(account.ownerUser())
                .flatMap(user -> reps.byUser(account.ref().company(), user));
    }
}
