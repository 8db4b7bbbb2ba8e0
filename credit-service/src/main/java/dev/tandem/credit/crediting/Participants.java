package dev.tandem.credit.crediting;

import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.ParticipantRole;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who took part in a deal: the rep who owns it, and the reps of the other parties who worked its joint account on the
/// effective date.
final class Participants {
    private Participants() {}

    /// Each rep once, in order.
    static List<Participant> of(DealChanged deal, Optional<CounterpartsChanged> counterparts) {
        return Stream.concat(owner(deal), counterparts.stream().flatMap(known -> counterparts(deal, known)))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<Participant> owner(DealChanged deal) {
        var rep = deal.ownerRep();
        return rep == null ? Stream.empty() : Stream.of(new Participant(deal.owner(), rep, ParticipantRole.OWNER));
    }

    private static Stream<Participant> counterparts(DealChanged deal, CounterpartsChanged known) {
        return known.at(Governing.endOf(deal.effectiveDate())).stream()
                .filter(assignment -> !assignment.company().equals(deal.owner()))
                .map(assignment ->
                        new Participant(assignment.company(), assignment.rep(), ParticipantRole.COUNTERPART));
    }
}
