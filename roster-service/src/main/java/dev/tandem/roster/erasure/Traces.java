package dev.tandem.roster.erasure;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.roster.erasure.Answers.Answer;
import dev.tandem.roster.exchange.TellingReps;
import dev.tandem.roster.mapping.JointOwners;
import dev.tandem.roster.pairing.TellingPairs;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.Forgetting;
import dev.tandem.roster.rep.RepDirectory.Known;
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
            "files of reps that were imported, their rows that wait to be applied included");

    private final Agreements agreements;
    private final TellingReps telling;
    private final TellingPairs pairs;
    private final JointOwners owners;
    private final Answers answers;
    private final List<Forgetting> holders;
    private final ClearingTopics clearing;

    Traces(
            Agreements agreements,
            TellingReps telling,
            TellingPairs pairs,
            JointOwners owners,
            Answers answers,
            ClearingTopics clearing,
            List<Forgetting> holders) {
        this.holders = List.copyOf(holders);
        this.agreements = agreements;
        this.telling = telling;
        this.pairs = pairs;
        this.owners = owners;
        this.answers = answers;
        this.clearing = clearing;
    }

    /// Whether a place still says who the person is.
    enum State {
        HELD,
        /// Superseded; the broker has until `topicsClearBy` to erase it.
        SUPERSEDED,
        ERASED
    }

    /// @param place what holds it
    record Trace(String place, State state) {}

    /// @param answer `WAITING` until the service has said that it forgot the person
    /// @param parkedRecords how many parked records it took the person out of, or away
    record Service(
            String service,
            Answered answer,
            @Nullable Instant at,
            List<String> places,
            @Nullable Long parkedRecords) {}

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
    /// @param topicsClearBy when the topics have forgotten it; null before it is complete
    /// @param kept what stays on purpose: the opaque id, and what was posted under it
    record Receipt(
            RepId rep,
            @Nullable Asked asked,
            boolean complete,
            List<Trace> traces,
            List<Service> services,
            long topicErasureHours,
            @Nullable Instant topicsClearBy,
            List<String> kept) {}

    Receipt of(CompanyId company, Known known, @Nullable Asked asked) {
        var user = known.rep().crmUser();
        var gone = user.isErased();
        var onTopics = clearing.isClear(company, user) ? State.ERASED : State.SUPERSEDED;
        var traces = new ArrayList<Trace>();
        for (var place : OWN) {
            traces.add(new Trace(place, gone ? State.ERASED : State.HELD));
        }
        for (var topic : List.of(Topics.crmPeopleIn(company).name(), Topics.ROSTERS.name())) {
            traces.add(new Trace(topic, gone ? onTopics : State.HELD));
        }
        for (var partnership : agreements.page(company, "", PARTNERSHIPS_MAX)) {
            traces.addAll(of(partnership, company, known.rep().rep(), onTopics));
        }
        holders.forEach(holder -> traces.add(
                new Trace(holder.place(), holder.holds(company, known.rep().rep()) ? State.HELD : State.ERASED)));
        var services =
                answers.of(company, known.rep()).stream().map(Traces::service).toList();
        var complete = traces.stream().noneMatch(trace -> trace.state() == State.HELD)
                && services.stream().allMatch(service -> service.answer() == Answered.ERASED);
        return new Receipt(
                known.rep().rep(),
                asked,
                complete,
                traces,
                services,
                clearing.lag().toHours(),
                complete ? clearing.clearBy(company, user).orElse(null) : null,
                kept(known.rep().rep()));
    }

    private static Service service(Answer answer) {
        var answered = answer.at() == null ? Answered.WAITING : Answered.ERASED;
        return new Service(answer.service(), answered, answer.at(), answer.places(), answer.parkedRecords());
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
                "the subject of the token under which the person signed, decided or disputed something for the company:"
                        + " who answered for it has to stay known",
                "what a company noted of you in files of its own before you were on the platform");
    }

    /// What the other parties' systems were sent.
    private List<Trace> of(PartnershipId partnership, CompanyId company, RepId rep, State onTopics) {
        var traces = new ArrayList<Trace>();
        telling.holders(partnership, rep)
                .forEach((party, holds) -> traces.add(new Trace(
                        Topics.crmOut(party).name() + " rep/" + partnership + "/" + rep,
                        holds ? State.HELD : onTopics)));
        pairs.holders(partnership, rep)
                .forEach((party, holds) -> traces.add(new Trace(
                        Topics.crmOut(party).name() + " pairs of " + rep + " in " + partnership,
                        holds ? State.HELD : onTopics)));
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
