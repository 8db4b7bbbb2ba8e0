package dev.tandem.accounts.admission;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.Proposal;
import dev.tandem.contracts.CompanyId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which accounts take part in one partnership's alignment: a function of the account and of how far its company's
/// have been let in.
public final class Gate {
    private final String settled;
    private final boolean toAll;
    private final Map<CompanyId, String> through = new HashMap<>();
    private final Set<CompanyId> closed = new HashSet<>();

    /// @param settled accounts of CRMs that come before this order are vouched for by their age
    Gate(String settled) {
        this(settled, false);
    }

    private Gate(String settled, boolean toAll) {
        this.settled = settled;
        this.toAll = toAll;
    }

    void open(CompanyId company, String upTo) {
        through.put(company, upTo);
    }

    /// None of the company's accounts takes part.
    public void close(CompanyId company) {
        closed.add(company);
    }

    public boolean isClosed(CompanyId company) {
        return closed.contains(company);
    }

    /// How far a company's accounts have been let in.
    public String through(CompanyId company) {
        return through.getOrDefault(company, Proposal.FIRST);
    }

    /// Whether it takes part, as it is now. A private one does not, so that nothing that a partner or its own company
    /// reads of others depends on it.
    public boolean admits(Account account) {
        return toAll || (mayAdmit(account) && isIn(account));
    }

    /// Whether it takes part once its turn has come.
    public boolean mayAdmit(Account account) {
        return !account.withheld() && !isClosed(account.ref().company());
    }

    private boolean isIn(Account account) {
        var proposal = account.proposal();
        return proposal == null
                || isVouched(proposal)
                || proposal.order().compareTo(through(account.ref().company())) <= 0;
    }

    /// Who enters accounts for a partner finds out nothing by it.
    static Gate openToAll() {
        return new Gate(Proposal.NEVER, true);
    }

    /// Whether something speaks for its being a customer of its company's.
    public boolean isVouched(Proposal proposal) {
        return proposal.vouched()
                || settled.equals(Proposal.NEVER)
                || (!proposal.filed() && proposal.order().compareTo(settled) < 0);
    }
}
