package dev.tandem.accounts.account;

import dev.tandem.accounts.account.AccountFiles.Applied;
import dev.tandem.accounts.crm.CrmObjects;
import dev.tandem.accounts.crm.CrmRecord;
import dev.tandem.accounts.crm.Filed;
import dev.tandem.accounts.crm.Pending;
import dev.tandem.accounts.crm.Receipt;
import dev.tandem.accounts.rep.Reps;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.store.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What CRMs say of accounts by events, one at a time or as many as came at once.
@Component
class AccountIntake implements CrmObjects {
    private final AccountRecords records;
    private final AccountFiles files;
    private final Accounts accounts;
    private final Reps reps;

    AccountIntake(AccountRecords records, AccountFiles files, Accounts accounts, Reps reps) {
        this.records = records;
        this.files = files;
        this.accounts = accounts;
        this.reps = reps;
    }

    @Override
    public String objectType() {
        return "account";
    }

    @Override
    public Receipt.Outcome apply(CrmRecord sent) {
        return records.apply(sent);
    }

    @Override
    public Optional<Together> applyAll(CompanyId company, List<CrmRecord> sent) {
        var outcomes = records.applyAll(company, sent);
        var filed = sent.stream()
                .map(record -> new Filed(
                        record,
                        AccountRecords.outcome(record, Objects.requireNonNull(outcomes.get(record.id()))),
                        List.of()))
                .toList();
        var applied = new Applied(filed, outcomes);
        return Optional.of(new Together(filed, asked -> files.pending(company, applied, asked)));
    }

    @Override
    public List<Pending> pending(CompanyId company, CrmId id) {
        var pending = new ArrayList<Pending>();
        accounts.find(company, id).map(Versioned::state).filter(Account::live).ifPresent(account -> {
            var owner = account.ownerUser();
            if (owner != null && reps.byUser(company, owner).isEmpty()) {
                pending.add(Pending.unknown("ownerUser", Reps.reference(owner)));
            }
            var parent = account.parent();
            if (parent != null && live(company, parent).isEmpty()) {
                pending.add(Pending.unknown("parentId", AccountRecords.reference(parent)));
            }
        });
        return pending;
    }

    @Override
    public List<Violation> remarks(CrmRecord sent) {
        return AccountRules.remarks(sent.change());
    }

    private Optional<Versioned<Account>> live(CompanyId company, CrmId id) {
        return accounts.find(company, id).filter(found -> found.state().live());
    }
}
