package dev.tandem.credit.crediting;

import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.Eligibility;
import dev.tandem.contracts.partnership.ParticipantRole;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who took part in a deal, and on what grounds: the rep who owns it, the reps of the other parties
/// who worked its joint account on the effective date, and those whose contribution counts.
///
/// @param all each rep once per ground, as things happened
record Participants(List<Participant> all) {

    Participants {
        all = all.stream().distinct().sorted(Participant.asItHappened()).toList();
    }

    /// As a rule sees it.
    ///
    /// @param eligibility the rule's; null for none
    static Participants of(Facts facts, @Nullable Eligibility eligibility) {
        return of(facts.deal(), facts.counterparts(), facts.contributions(), eligibility);
    }

    static Participants of(
            DealChanged deal,
            Optional<CounterpartsChanged> counterparts,
            Collection<Contribution> contributions,
            @Nullable Eligibility eligibility) {
        var contributors = contributions.stream()
                .filter(each -> Counting.whyNot(each, deal, eligibility).isEmpty())
                .map(each -> new Participant(each.by(), new Ground(each.act().role(), each.on(), each.id())));
        return new Participants(Stream.of(
                        owner(deal), counterparts.stream().flatMap(known -> counterparts(deal, known)), contributors)
                .flatMap(each -> each)
                .toList());
    }

    private static Stream<Participant> owner(DealChanged deal) {
        var rep = deal.ownerRep();
        return rep == null
                ? Stream.empty()
                : Stream.of(new Participant(
                        new Recipient(deal.owner(), rep),
                        new Ground(ParticipantRole.OWNER, deal.effectiveDate(), null)));
    }

    private static Stream<Participant> counterparts(DealChanged deal, CounterpartsChanged known) {
        return known.at(Governing.endOf(deal.effectiveDate())).stream()
                .filter(assignment -> !assignment.company().equals(deal.owner()))
                .map(assignment -> new Participant(
                        new Recipient(assignment.company(), assignment.rep()),
                        new Ground(ParticipantRole.COUNTERPART, null, null)));
    }

    List<Participant> touches() {
        return all.stream().filter(Participant::touches).toList();
    }

    boolean holds(ParticipantRole role) {
        return all.stream().anyMatch(each -> each.role() == role);
    }

    SortedSet<Recipient> recipients() {
        return recipients(_ -> true);
    }

    SortedSet<Recipient> recipients(Predicate<Participant> which) {
        return all.stream().filter(which).map(Participant::who).collect(Collectors.toCollection(TreeSet::new));
    }

    /// The grounds on which somebody gets credit, as things happened.
    List<Ground> groundsOf(Predicate<Recipient> who, Predicate<Participant> which) {
        return all.stream()
                .filter(each -> who.test(each.who()) && which.test(each))
                .map(Participant::ground)
                .toList();
    }

    static boolean ofTwoParties(Collection<Recipient> recipients) {
        return recipients.stream().map(Recipient::company).distinct().count() > 1;
    }
}
