package dev.tandem.roster.erasure;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.kit.intake.TopicSettings;
import dev.tandem.roster.erasure.Answers.Answer;
import dev.tandem.roster.exchange.TellingReps;
import dev.tandem.roster.mapping.JointOwners;
import dev.tandem.roster.pairing.TellingPairs;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.Forgetting;
import dev.tandem.roster.rep.RepDirectory.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks in every place that holds what is known of a person.
@Component
final class Traces {
    private static final int PARTNERSHIPS_MAX = 1_000;
    private static final List<String> OWN = List.of(
            "the company's record of the rep",
            "the records of those who report to the rep",
            "the receipts of the CRM's records",
            "what is parked of the CRM's records",
            "files of reps that were imported");

    private final Agreements agreements;
    private final TellingReps telling;
    private final TellingPairs pairs;
    private final JointOwners owners;
    private final Answers answers;
    private final List<Forgetting> holders;
    private final Duration lag;

    Traces(
            Agreements agreements,
            TellingReps telling,
            TellingPairs pairs,
            JointOwners owners,
            Answers answers,
            TopicSettings topics,
            List<Forgetting> holders) {
        this.holders = List.copyOf(holders);
        this.agreements = agreements;
        this.telling = telling;
        this.pairs = pairs;
        this.owners = owners;
        this.answers = answers;
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

    /// @param answer `WAITING` until the service has said that it forgot the person
    record Service(
            String service, Answered answer, @Nullable Instant at, List<String> places) {}

    /// Whether a service has answered.
    enum Answered {
        WAITING,
        ERASED
    }

    /// What is left of a person, place by place.
    ///
    /// @param asked null while nobody asked for the erasure
    /// @param complete whether no place holds anything any more and every service has answered, the
    /// last hours of the topics aside
    /// @param services what the other services answered, and since when
    /// @param topicErasureHours within how many hours topics forget what is superseded
    /// @param kept what stays on purpose: the opaque id, and what was posted under it
    record Receipt(
            RepId rep,
            @Nullable Asked asked,
            boolean complete,
            List<Trace> traces,
            List<Service> services,
            long topicErasureHours,
            List<String> kept) {}

    Receipt of(CompanyId company, Known known, @Nullable Asked asked) {
        var gone = known.rep().crmUser().isErased();
        var traces = new ArrayList<Trace>();
        for (var place : OWN) {
            traces.add(new Trace(place, gone ? State.ERASED : State.HELD));
        }
        for (var topic : List.of(Topics.crmPeopleIn(company).name(), Topics.ROSTERS.name())) {
            traces.add(new Trace(topic, gone ? State.SUPERSEDED : State.HELD));
        }
        for (var partnership : agreements.page(company, "", PARTNERSHIPS_MAX)) {
            traces.addAll(of(partnership, company, known.rep().rep()));
        }
        holders.forEach(holder -> traces.add(
                new Trace(holder.place(), holder.holds(company, known.rep().rep()) ? State.HELD : State.ERASED)));
        var services = answers.of(company, known.rep().rep()).stream()
                .map(answer -> service(answer, gone))
                .toList();
        var complete = traces.stream().noneMatch(trace -> trace.state() == State.HELD)
                && services.stream().allMatch(service -> service.answer() == Answered.ERASED);
        return new Receipt(
                known.rep().rep(),
                asked,
                complete,
                traces,
                services,
                lag.toHours(),
                kept(known.rep().rep()));
    }

    /// An answer about an erasure before the person came back does not count.
    private static Service service(Answer answer, boolean gone) {
        var erased = gone && answer.at() != null;
        return new Service(
                answer.service(),
                erased ? Answered.ERASED : Answered.WAITING,
                erased ? answer.at() : null,
                erased ? answer.places() : List.of());
    }

    private static List<String> kept(RepId rep) {
        return List.of(
                "the id " + rep,
                "credit and assignments under that id",
                "a mark of the CRM's user id that cannot be turned back, by which late records are recognised",
                "the user's id where your own CRM names it in records of others: as owner of your accounts and"
                        + " opportunities, as manager of other users, and among those who took part in an activity or"
                        + " contributed, until it sends that record anew",
                "what people wrote in words of their own: reasons, evidence, decisions, agreements, what others wrote"
                        + " in the playbook, and what your CRM wrote in free text; no name is looked for in these",
                "what a company noted of you in files of its own before you were on the platform");
    }

    /// What the other parties' systems were sent.
    private List<Trace> of(PartnershipId partnership, CompanyId company, RepId rep) {
        var traces = new ArrayList<Trace>();
        telling.holders(partnership, rep)
                .forEach((party, holds) -> traces.add(new Trace(
                        Topics.crmOut(party).name() + " rep/" + partnership + "/" + rep,
                        holds ? State.HELD : State.SUPERSEDED)));
        pairs.holders(partnership, rep)
                .forEach((party, holds) -> traces.add(new Trace(
                        Topics.crmOut(party).name() + " pairs of " + rep + " in " + partnership,
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
