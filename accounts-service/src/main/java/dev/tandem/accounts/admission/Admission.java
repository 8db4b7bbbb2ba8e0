package dev.tandem.accounts.admission;

import dev.tandem.accounts.account.Proposal;
import dev.tandem.accounts.admission.Intake.Admitted;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/// Lets accounts in, in the order in which they were proposed, as far as the budget of their company goes. Asked by the
/// one writer of the partnership's alignment.
@Component
public class Admission {
    private static final int PART = 1_000;

    private final Intakes intakes;
    private final AdmissionSettings settings;
    private final Clock clock;

    Admission(Intakes intakes, AdmissionSettings settings, Clock clock) {
        this.intakes = intakes;
        this.settings = settings;
        this.clock = clock;
    }

    /// As far as it is open by what is stored.
    public Gate gate(PartnershipChanged partnership) {
        if (partnership.offline() != null) {
            return Gate.openToAll();
        }
        var gate = new Gate(Proposal.from(settled(partnership)));
        partnership
                .parties()
                .forEach(party -> gate.open(
                        party, intakes.find(partnership.partnership(), party).through()));
        return gate;
    }

    /// Before this a CRM must have named an account for its age to vouch for it.
    private Instant settled(PartnershipChanged partnership) {
        return partnership.revisions().stream()
                .map(Agreement::inForceFrom)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH)
                .minus(Duration.ofDays(settings.settledDays()));
    }

    /// Those of one company that follow in order on those that are in.
    ///
    /// @param first all of them, or as many as are looked at together
    /// @param areMore whether others may follow on these
    public record Queue(List<Proposal> first, boolean areMore) {}

    /// Lets in as many of these as there is room for, and opens the gate for them.
    ///
    /// @return how many, from the first on
    public int admit(PartnershipChanged partnership, Gate gate, CompanyId company, Queue queue) {
        var proposals = queue.first();
        var was = intakes.find(partnership.partnership(), company);
        if (proposals.isEmpty() && !was.waiting()) {
            return 0;
        }
        var room = was.room(settings, today(), partners(partnership, company));
        var admitted = 0;
        var charged = 0;
        var filed = 0;
        for (var proposal : proposals) {
            var free = gate.isVouched(proposal);
            if (!free && charged >= room.all()) {
                break;
            }
            admitted++;
            charged += free ? 0 : 1;
            filed += free || !proposal.filed() ? 0 : 1;
        }
        let(partnership, gate, was, new Let(admitted, charged, filed, queue));
        return admitted;
    }

    private record Let(int admitted, int charged, int filed, Queue of) {
        boolean leavesSome() {
            return admitted < of.first().size() || of.areMore();
        }
    }

    /// That some wait is listed before it is so, and no longer only after: who is stopped in between has it listed.
    private void let(PartnershipChanged partnership, Gate gate, Intake was, Let let) {
        var id = partnership.partnership();
        var company = was.company();
        if (let.leavesSome() && !was.waiting()) {
            intakes.wait(Tenant.PLATFORM, id, company, true);
        }
        var through = let.admitted() == 0
                ? gate.through(company)
                : let.of().first().get(let.admitted() - 1).order();
        var now = intakes.change(id, company, current -> {
            var room = current.room(settings, today(), partners(partnership, company));
            return current.admitted(new Admitted(through, let.charged(), let.filed()), room, today())
                    .waiting(let.leavesSome());
        });
        if (!let.leavesSome() && was.waiting()) {
            intakes.wait(Tenant.PLATFORM, id, company, false);
        }
        gate.open(company, now.through());
    }

    /// Accounts that came in beside the order, since they were proposed while others were let in: they count.
    public void slipped(PartnershipChanged partnership, CompanyId company, List<Proposal> proposals) {
        var filed = proposals.stream().filter(Proposal::filed).count();
        intakes.change(partnership.partnership(), company, was -> {
            var room = was.room(settings, today(), partners(partnership, company));
            return was.admitted(new Admitted(was.through(), proposals.size(), filed), room, today());
        });
    }

    /// Whether it goes, or becomes another, so soon after it was proposed that somebody may have been trying.
    public boolean isSoon(Proposal proposal, boolean gone) {
        var soon = clock.instant().minus(Duration.ofDays(settings.soonDays()));
        return gone ? proposal.isSince(soon) : proposal.wasAnotherSince(soon);
    }

    public void withdrawn(PartnershipChanged partnership, CompanyId company, int accounts) {
        intakes.change(partnership.partnership(), company, was -> was.on(today(), day -> day.withdrawn(accounts)));
    }

    /// The partnerships in which accounts wait.
    public Set<PartnershipId> waiting() {
        var waiting = new TreeSet<PartnershipId>();
        var page = intakes.waiting(Tenant.PLATFORM, "", PART);
        while (!page.isEmpty()) {
            page.forEach(each -> waiting.add(each.state().partnership()));
            page = page.size() < PART
                    ? List.of()
                    : intakes.waiting(Tenant.PLATFORM, page.getLast().id(), PART);
        }
        return waiting;
    }

    /// Whether there is room for an account that waits.
    ///
    /// @param closed parties of whose accounts none takes part, so that theirs go on waiting
    public boolean hasRoom(PartnershipChanged partnership, Set<CompanyId> closed) {
        return partnership.inForce().isPresent()
                && partnership.parties().stream()
                        .filter(party -> !closed.contains(party))
                        .anyMatch(party -> {
                            var intake = intakes.find(partnership.partnership(), party);
                            return intake.waiting()
                                    && intake.room(settings, today(), partners(partnership, party))
                                                    .all()
                                            > 0;
                        });
    }

    private static List<CompanyId> partners(PartnershipChanged partnership, CompanyId company) {
        return partnership.parties().stream()
                .filter(party -> !party.equals(company))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
