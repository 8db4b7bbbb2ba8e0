package dev.tandem.accounts.population;

import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.IfMatch;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// A company's own populations. Whoever changes a rule changes what partners see as far as an agreement names the
/// population, so one that an agreement names is not deleted.
@RestController
class PopulationController {
    private final OwnPopulations populations;
    private final Partnerships partnerships;

    PopulationController(OwnPopulations populations, Partnerships partnerships) {
        this.populations = populations;
        this.partnerships = partnerships;
    }

    record Definition(
            PopulationName population, @Size(max = 200) String title, String rule) {}

    record Redefinition(@Size(max = 200) String title, String rule) {}

    record View(PopulationName population, String title, String rule) {
        static View of(CustomPopulation each) {
            return new View(each.name(), each.title(), each.rule());
        }
    }

    /// @param builtIn those that every book has; each account is in exactly one of them
    record All(Set<Population> builtIn, List<View> custom) {}

    @GetMapping("/accounts/populations")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.CRM})
    All all(CompanyCaller caller) {
        var custom = populations.all(caller.company()).populations();
        return new All(
                EnumSet.allOf(Population.class), custom.stream().map(View::of).toList());
    }

    @GetMapping("/accounts/populations/{population}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.CRM})
    ResponseEntity<View> one(CompanyCaller caller, @PathVariable PopulationName population) {
        return answer(found(populations.all(caller.company()), population));
    }

    @PostMapping("/accounts/populations")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    ResponseEntity<View> define(CompanyCaller caller, IdempotencyKey key, Body<Definition> body) {
        var asked = body.read();
        OwnPopulations.readable(asked.rule());
        var now = populations.change(caller.company(), key.cause(body, 201), was -> {
            if (was.find(asked.population()).isPresent()) {
                throw Problem.conflict("POPULATION_EXISTS", "You have a population of this name.", List.of());
            }
            if (was.populations().size() >= Defined.MAX) {
                throw Problem.conflict(
                        "TOO_MANY_POPULATIONS", "A company has at most " + Defined.MAX + " of its own.", List.of());
            }
            return was.with(new CustomPopulation(asked.population(), asked.title(), asked.rule(), 1));
        });
        var made = found(now.state(), asked.population());
        return Etag.created(URI.create("/accounts/populations/" + made.name()), View.of(made), made.revision());
    }

    @PutMapping("/accounts/populations/{population}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    ResponseEntity<View> redefine(
            CompanyCaller caller, @PathVariable PopulationName population, IfMatch expected, Body<Redefinition> body) {
        found(populations.all(caller.company()), population);
        var now = populations.change(caller.company(), Cause.GIVEN, all -> {
            var was = found(all, population);
            expected.requireVersion(was.revision());
            var asked = body.read();
            OwnPopulations.readable(asked.rule());
            return all.with(new CustomPopulation(population, asked.title(), asked.rule(), was.revision() + 1));
        });
        return answer(found(now.state(), population));
    }

    @DeleteMapping("/accounts/populations/{population}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    ResponseEntity<Void> delete(CompanyCaller caller, @PathVariable PopulationName population, IfMatch expected) {
        found(populations.all(caller.company()), population);
        populations.change(caller.company(), Cause.GIVEN, all -> {
            expected.requireVersion(found(all, population).revision());
            unnamed(caller.company(), population);
            return all.without(population);
        });
        return ResponseEntity.noContent().build();
    }

    private void unnamed(CompanyId company, PopulationName population) {
        var named = partnerships.open(company).stream()
                .flatMap(partnership -> partnership.revisions().stream())
                .filter(revision -> revision.status() == Agreement.Status.IN_FORCE
                        || revision.status() == Agreement.Status.PROPOSED)
                .anyMatch(revision -> revision.sharing().names(company, population));
        if (named) {
            throw Problem.conflict(
                    "NAMED_IN_AGREEMENT",
                    "An agreement in force or proposed names it: agree on a revision without it first.",
                    List.of());
        }
    }

    private static CustomPopulation found(Defined all, PopulationName population) {
        return all.find(population).orElseThrow(Problem::notFound);
    }

    private static ResponseEntity<View> answer(CustomPopulation population) {
        return Etag.ok(View.of(population), population.revision());
    }
}
