package dev.tandem.roster.mapping;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.crm.CrmOut.Counterpart;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.contracts.roster.RosterChange.Assignment;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.roster.mapping.Gates.Gate;
import dev.tandem.roster.rep.RepDirectory.Known;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A joint account's counterparts as one party may see them under a sharing policy.
record Counterparts(Mapping mapping, SharingPolicy policy, Sources sources) {

    /// @param people of all companies
    /// @param offers what their rosters show
    /// @param gate whom the other parties may be told as a counterpart
    record Sources(People people, Offers offers, Gate gate) {}

    /// @param ownAccounts the viewer's own accounts in it
    /// @param gaps the sides that nobody covers
    record Seen(List<CrmId> ownAccounts, List<Counterpart> counterparts, List<Gap> gaps) {}

    /// A side of a joint account without a rep, or without one who may be told.
    record Gap(CompanyId company, Reason because) {}

    /// Empty when nothing of another party's may be seen: that there is a joint account would say that it has one.
    Optional<Seen> to(CompanyId viewer) {
        var own = mapping.membersOf(viewer);
        var visible = mapping.members().stream().filter(visibleTo(viewer)).toList();
        if (own.isEmpty() || visible.size() == own.size()) {
            return Optional.empty();
        }
        return Optional.of(new Seen(
                own.stream().map(member -> member.account().account()).toList(),
                mapping.current().stream()
                        .flatMap(assignment -> counterpart(assignment, visible, viewer))
                        .toList(),
                gaps(visible, viewer)));
    }

    private Predicate<Member> visibleTo(CompanyId viewer) {
        var shown = new Shown(policy);
        return member -> isOwn(member, viewer) || shown.row(member);
    }

    private static boolean isOwn(Member member, CompanyId viewer) {
        return member.account().company().equals(viewer);
    }

    private Stream<Counterpart> counterpart(Assignment assignment, List<Member> visible, CompanyId viewer) {
        var owned = visible.stream().filter(member -> owns(assignment, member)).toList();
        if (owned.isEmpty()) {
            return Stream.empty();
        }
        var own = assignment.company().equals(viewer);
        if (!own && !isOpen(assignment, viewer)) {
            return Stream.empty();
        }
        var known = sources.people().find(assignment.company(), assignment.rep());
        var rep = known.map(Known::rep);
        var named = own || owned.stream().anyMatch(new Shown(policy)::person);
        return Stream.of(new Counterpart(
                assignment.company(),
                assignment.rep(),
                own ? rep.map(RepChanged::crmUser).orElse(null) : null,
                known.filter(_ -> named)
                        .map(found -> own ? fields(found.rep()) : offered(assignment, viewer, found))
                        .orElse(Map.of()),
                assignment.because()));
    }

    /// By the company's roster, or where it never offered one, by the signed policy: name and address.
    private Map<String, String> offered(Assignment assignment, CompanyId viewer, Known known) {
        return sources.offers()
                .of(mapping.partnership(), assignment.company(), viewer)
                .map(effective -> effective.of(assignment.rep(), known.fields()))
                .orElseGet(() -> fields(known.rep()));
    }

    private static boolean owns(Assignment assignment, Member member) {
        return member.account().company().equals(assignment.company())
                && (assignment.rep().equals(member.owner()) || History.isStandIn(assignment));
    }

    private static Map<String, String> fields(RepChanged rep) {
        var fields = new TreeMap<String, String>();
        if (!rep.name().isEmpty()) {
            fields.put("name", rep.name());
        }
        if (rep.email() != null) {
            fields.put("email", rep.email());
        }
        return fields;
    }

    private boolean isOpen(Assignment assignment, CompanyId towards) {
        return sources.gate().isOpen(assignment.rep(), towards);
    }

    private List<Gap> gaps(List<Member> visible, CompanyId viewer) {
        var sides = visible.stream()
                .map(member -> member.account().company())
                .distinct()
                .sorted()
                .toList();
        return sides.stream()
                .flatMap(side -> gap(side, towards(sides, side, viewer)).stream())
                .toList();
    }

    /// To whom a side's reps are to be counterparts: to the viewer, and the viewer's own to all others.
    private static List<CompanyId> towards(List<CompanyId> sides, CompanyId side, CompanyId viewer) {
        return side.equals(viewer)
                ? sides.stream().filter(other -> !other.equals(viewer)).toList()
                : List.of(viewer);
    }

    private Optional<Gap> gap(CompanyId side, List<CompanyId> towards) {
        var covering = mapping.current().stream()
                .filter(assignment -> assignment.company().equals(side))
                .toList();
        if (covering.isEmpty()) {
            var sentence = "No active rep owns the account of " + side + " here.";
            return Optional.of(new Gap(side, new Reason("NO_ACTIVE_OWNER", sentence)));
        }
        return towards.stream().allMatch(other -> covering.stream().anyMatch(assignment -> isOpen(assignment, other)))
                ? Optional.empty()
                : Optional.of(new Gap(side, notReady(side)));
    }

    private static Reason notReady(CompanyId side) {
        return new Reason(
                "NOT_READY",
                "Nobody of " + side + " here has all that the agreement asks of a rep: it is met, or overridden.");
    }
}
