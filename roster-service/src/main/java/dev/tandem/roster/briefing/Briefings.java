package dev.tandem.roster.briefing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.roster.briefing.Briefing.Party;
import dev.tandem.roster.briefing.Briefing.Person;
import dev.tandem.roster.exchange.OfferedReps;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.RepDirectory;
import dev.tandem.roster.rep.RepDirectory.Known;
import dev.tandem.roster.terms.Contact;
import dev.tandem.roster.terms.OrderProcess;
import dev.tandem.roster.terms.Terms;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/// Puts together what must be known, from the revision in force at each read.
@Component
final class Briefings {
    private final Agreements agreements;
    private final RepDirectory reps;
    private final OfferedReps offers;

    Briefings(Agreements agreements, RepDirectory reps, OfferedReps offers) {
        this.agreements = agreements;
        this.reps = reps;
        this.offers = offers;
    }

    /// The revision in force.
    ///
    /// @throws dev.tandem.kit.web.ProblemException 404 for who is no party, 409 while no agreement is in force
    int revision(CompanyId viewer, PartnershipId partnership) {
        return agreements.governed(viewer, partnership).inForce().orElseThrow().number();
    }

    List<CompanyId> parties(PartnershipId partnership) {
        return agreements.of(partnership).map(PartnershipChanged::parties).orElse(List.of());
    }

    Briefing of(CompanyId viewer, PartnershipId partnership, Collection<CompanyId> companies) {
        var revision = revision(viewer, partnership);
        var terms = agreements.termsInForce(partnership);
        var parties = new TreeSet<>(companies)
                .stream()
                        .map(company -> new Party(
                                company,
                                terms.map(found -> steps(found, company)).orElse(List.of()),
                                terms.map(found -> contacts(found, partnership, company, viewer))
                                        .orElse(List.of())))
                        .toList();
        return new Briefing(
                partnership,
                revision,
                parties,
                terms.map(Terms::engagement).orElse(List.of()),
                terms.map(Terms::limits).orElse(List.of()),
                null);
    }

    private static List<String> steps(Terms terms, CompanyId company) {
        return terms.orders().stream()
                .filter(order -> order.party().equals(company))
                .map(OrderProcess::steps)
                .flatMap(List::stream)
                .toList();
    }

    private List<Person> contacts(Terms terms, PartnershipId partnership, CompanyId company, CompanyId viewer) {
        return terms.contacts().stream()
                .filter(contact -> contact.party().equals(company))
                .map(contact -> person(contact, partnership, viewer))
                .toList();
    }

    private Person person(Contact contact, PartnershipId partnership, CompanyId viewer) {
        var known = reps.find(contact.party(), contact.rep())
                .filter(found -> found.rep().status() == Status.ACTIVE);
        var fields = known.map(found -> fields(contact, partnership, viewer, found));
        return new Person(contact.topic(), contact.rep(), fields.orElse(Map.of()), known.isPresent());
    }

    /// Of the own company name and address; of another what its roster offers.
    private Map<String, String> fields(Contact contact, PartnershipId partnership, CompanyId viewer, Known known) {
        if (!contact.party().equals(viewer)) {
            return offers.of(partnership, contact.party(), viewer)
                    .map(offered -> offered.of(contact.rep(), known.fields()))
                    .orElse(Map.of());
        }
        var own = new TreeMap<>(known.fields());
        own.keySet().retainAll(List.of("name", "email"));
        return own;
    }
}
