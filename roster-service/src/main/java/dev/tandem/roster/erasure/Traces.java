package dev.tandem.roster.erasure;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.kit.intake.TopicSettings;
import dev.tandem.roster.exchange.TellingReps;
import dev.tandem.roster.mapping.JointOwners;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.RepDirectory.Known;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks in every place that holds what is known of a person.
@Component
final class Traces {
    private static final int PARTNERSHIPS_MAX = 1_000;

    private final Agreements agreements;
    private final TellingReps telling;
    private final JointOwners owners;
    private final Duration lag;

    Traces(Agreements agreements, TellingReps telling, JointOwners owners, TopicSettings topics) {
        this.agreements = agreements;
        this.telling = telling;
        this.owners = owners;
        this.lag = Duration.ofMillis(topics.compactionLagMaxMs());
    }

    /// Whether a place still says who the person is.
    enum State {
        HELD,
        /// Superseded, and erased by the broker within the stated hours.
        SUPERSEDED,
        ERASED
    }

    /// @param place what holds it
    record Trace(String place, State state) {}

    /// What is left of a person, place by place.
    ///
    /// @param asked null while nobody asked for the erasure
    /// @param complete whether no place holds anything any more, the topics' last hours aside
    /// @param topicErasureHours within how many hours topics forget what is superseded
    /// @param kept what stays on purpose: the opaque id, and what was posted under it
    record Receipt(
            RepId rep,
            @Nullable Asked asked,
            boolean complete,
            List<Trace> traces,
            long topicErasureHours,
            List<String> kept) {}

    Receipt of(CompanyId company, Known known, @Nullable Asked asked) {
        var gone = known.fields().isEmpty() && known.leftAt() != null;
        var traces = new ArrayList<Trace>();
        traces.add(new Trace(
                "the company's record of the rep, and what is parked of it", gone ? State.ERASED : State.HELD));
        for (var topic : List.of(Topics.crmPeopleIn(company).name(), Topics.ROSTERS.name())) {
            traces.add(new Trace(topic, gone ? State.SUPERSEDED : State.HELD));
        }
        for (var partnership : agreements.page(company, "", PARTNERSHIPS_MAX)) {
            traces.addAll(of(partnership, company, known.rep().rep()));
        }
        var complete = traces.stream().noneMatch(trace -> trace.state() == State.HELD);
        var kept = List.of("the id " + known.rep().rep(), "credit and assignments under that id");
        return new Receipt(known.rep().rep(), asked, complete, traces, lag.toHours(), kept);
    }

    /// What the other parties' systems were sent.
    private List<Trace> of(PartnershipId partnership, CompanyId company, RepId rep) {
        var traces = new ArrayList<Trace>();
        telling.holders(partnership, rep)
                .forEach((party, holds) -> traces.add(new Trace(
                        Topics.crmOut(party).name() + " rep/" + partnership + "/" + rep,
                        holds ? State.HELD : State.SUPERSEDED)));
        if (owners.isAssigned(partnership, rep)) {
            agreements.of(partnership).stream()
                    .flatMap(found -> found.parties().stream())
                    .filter(party -> !party.equals(company))
                    .forEach(party -> traces.add(
                            new Trace(Topics.crmOut(party).name() + " counterparts of " + partnership, State.HELD)));
        }
        return traces;
    }
}
