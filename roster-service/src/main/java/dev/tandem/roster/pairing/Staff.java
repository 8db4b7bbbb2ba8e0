package dev.tandem.roster.pairing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.roster.exchange.Effective;
import dev.tandem.roster.exchange.OfferedField;
import dev.tandem.roster.exchange.OfferedReps;
import dev.tandem.roster.rep.RepDirectory;
import dev.tandem.roster.rep.RepDirectory.Known;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The reps of a company as another party may know them: those that it offers with the offered fields, or, while it
/// never offered a roster, those who own joint accounts, without any field.
@Component
final class Staff {
    private final RepDirectory reps;
    private final OfferedReps offers;

    Staff(RepDirectory reps, OfferedReps offers) {
        this.reps = reps;
        this.offers = offers;
    }

    /// Whose reps, and who looks at them.
    record View(PartnershipId partnership, CompanyId company, CompanyId viewer) {}

    /// Who is there, by id.
    ///
    /// @param owners of joint accounts
    List<Person> people(View view, Set<RepId> owners) {
        var offered = offers.of(view.partnership(), view.company(), view.viewer());
        Collection<RepId> all = offered.map(Effective::reps).orElse(owners);
        return new TreeSet<>(all)
                .stream()
                        .flatMap(rep ->
                                active(view.company(), rep)
                                        .map(known -> new Person(rep, fields(offered, rep, known)))
                                        .stream())
                        .toList();
    }

    /// By account of the company, who of these is named for it, where the company offers for how many.
    Map<CrmId, Set<RepId>> named(View view, List<Person> people) {
        var named = new HashMap<CrmId, Set<RepId>>();
        var offered = offers.of(view.partnership(), view.company(), view.viewer());
        if (offered.filter(effective -> effective.fields().contains(OfferedField.NAMED_ACCOUNTS))
                .isPresent()) {
            people.forEach(person -> active(view.company(), person.rep())
                    .map(known -> known.fields().get(OfferedField.NAMED_ACCOUNTS.crmName()))
                    .ifPresent(list -> Stream.of(list.split("[,;]"))
                            .map(String::strip)
                            .filter(id -> !id.isEmpty())
                            .forEach(id -> named.computeIfAbsent(new CrmId(id), _ -> new TreeSet<>())
                                    .add(person.rep()))));
        }
        return named;
    }

    /// What the viewer may read of a rep.
    Map<String, String> fields(View view, RepId rep) {
        return active(view.company(), rep)
                .map(known -> view.company().equals(view.viewer())
                        ? Map.of("name", known.rep().name())
                        : fields(offers.of(view.partnership(), view.company(), view.viewer()), rep, known))
                .orElse(Map.of());
    }

    private static Map<String, String> fields(Optional<Effective> offered, RepId rep, Known known) {
        return offered.map(effective -> effective.of(rep, known.fields())).orElse(Map.of());
    }

    /// The CRM user of a company's own rep who is there.
    Optional<CrmId> user(CompanyId company, RepId rep) {
        return active(company, rep).map(known -> known.rep().crmUser());
    }

    boolean isActive(CompanyId company, RepId rep) {
        return active(company, rep).isPresent();
    }

    /// The rep that a caller is.
    Optional<RepId> person(CompanyId company, String subject) {
        return reps.person(company, subject).map(known -> known.rep().rep());
    }

    private Optional<Known> active(CompanyId company, RepId rep) {
        return reps.find(company, rep).filter(known -> known.rep().status() == Status.ACTIVE);
    }
}
