package dev.tandem.roster.mapping;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.exchange.Effective;
import dev.tandem.roster.exchange.OfferedReps;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.RepDirectory;
import dev.tandem.roster.rep.RepDirectory.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What of the caller's own reps would cross if a revision came into force, before anybody signs it.
@RestController
class PreviewEndpoints {
    private static final int PART = 200;

    private final Agreements agreements;
    private final RepDirectory reps;
    private final OfferedReps offers;

    PreviewEndpoints(Agreements agreements, RepDirectory reps, OfferedReps offers) {
        this.agreements = agreements;
        this.reps = reps;
        this.offers = offers;
    }

    /// @param populations where a rep who owns a joint account would be shown to the partner with these fields; none
    /// means that no name and no address crosses
    /// @param items the reps it concerns
    record Preview(
            int revision,
            Set<Population> populations,
            List<Crossing> items,
            @Nullable String next) {}

    /// A rep, and what of it could be shown.
    record Crossing(RepId rep, String name, List<String> fields) {
        /// By the roster, or where none was ever offered, name and address.
        static Crossing of(Known known, Optional<Effective> roster) {
            var rep = known.rep();
            var policy = rep.email() == null ? List.of("name") : List.of("name", "email");
            return new Crossing(
                    rep.rep(),
                    rep.name(),
                    roster.map(offered -> List.copyOf(new TreeSet<>(
                                    offered.of(rep.rep(), known.fields()).keySet())))
                            .orElse(policy));
        }
    }

    @GetMapping("/roster/partnerships/{id}/revisions/{number}/preview")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Preview preview(CompanyCaller caller, @PathVariable PartnershipId id, @PathVariable int number, Paging paging) {
        var revision = revision(agreements.of(caller.company(), id).orElseThrow(Problem::notFound), number);
        var populations = new Shown(revision.sharing()).peopleOf(caller.company());
        var roster = offers.offeredBy(id, caller.company());
        var rows = populations.isEmpty()
                ? List.<Known>of()
                : active(caller.company(), paging.after().orElse(""), paging.fetch());
        var page = paging.page(rows, Known::position);
        var items =
                page.items().stream().map(known -> Crossing.of(known, roster)).toList();
        return new Preview(number, new TreeSet<>(populations), items, page.next());
    }

    private static Agreement revision(PartnershipChanged partnership, int number) {
        return partnership.revisions().stream()
                .filter(revision -> revision.number() == number)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private List<Known> active(CompanyId company, String first, int limit) {
        var active = new ArrayList<Known>();
        var after = first;
        List<Known> part;
        do {
            part = reps.page(company, after, PART);
            part.stream().filter(known -> known.rep().status() == Status.ACTIVE).forEach(active::add);
            after = part.isEmpty() ? after : part.getLast().position();
        } while (part.size() == PART && active.size() < limit);
        return active.subList(0, Math.min(active.size(), limit));
    }
}
