package dev.tandem.accounts.overlap;

import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.accounts.sharing.Visibility;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.Placement;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where a company's own fields are used, and what is missing: from its own data and the agreements only. How many of
/// its accounts really overlap is not told here, since that is also the partner's to show.
@RestController
class DataUseController {
    private static final Map<String, String> LACKING = Map.of(
            "name", "%d accounts lack a name: they are not matched by it",
            "website", "%d accounts lack a domain: send a website to match by it",
            "registrationId", "%d accounts lack a registration number, the surest evidence",
            "country", "%d accounts lack a country: equal names elsewhere are not told apart",
            "postcode", "%d accounts lack a postcode, which tells equal names apart",
            "ownerUser", "%d accounts lack an owner: nobody is mapped as counterpart");

    private final Book book;
    private final Partnerships partnerships;

    DataUseController(Book book, Partnerships partnerships) {
        this.book = book;
        this.partnerships = partnerships;
    }

    /// @param matchedOn which fields are compared with partners' accounts
    record DataUse(long accounts, List<String> matchedOn, List<Missing> missing, List<Shown> shown) {}

    record Missing(String field, long accounts, String sentence) {}

    /// @param accounts how many are in the population, and so may be seen at most
    record Shown(
            PartnershipId partnership,
            List<CompanyId> to,
            Population population,
            SharingLevel level,
            List<String> fields,
            long accounts) {}

    @GetMapping("/accounts/data-use")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.CRM})
    DataUse dataUse(CompanyCaller caller) {
        var company = caller.company();
        var missing = LACKING.keySet().stream()
                .sorted()
                .map(field -> missing(company, field))
                .toList();
        var shown = partnerships.open(company).stream()
                .flatMap(partnership -> partnership.inForce().stream().flatMap(_ -> shown(company, partnership)))
                .toList();
        return new DataUse(
                book.count(company),
                List.of("registrationId", "website", "name", "postcode", "city", "phone", "country", "parentId"),
                missing,
                shown);
    }

    private Missing missing(CompanyId company, String field) {
        var count = book.countLacking(company, field);
        return new Missing(field, count, String.valueOf(LACKING.get(field)).formatted(count));
    }

    private Stream<Shown> shown(CompanyId company, PartnershipChanged partnership) {
        return partnership.parties().stream()
                .filter(party -> !party.equals(company))
                .flatMap(to ->
                        Stream.of(Population.values()).map(population -> shown(company, partnership, to, population)));
    }

    private Shown shown(CompanyId company, PartnershipChanged partnership, CompanyId to, Population population) {
        var sharing = partnership.inForce().orElseThrow().sharing();
        var placement = new Placement(company, population);
        return new Shown(
                partnership.partnership(),
                List.of(to),
                population,
                sharing.levelFor(to, placement),
                sharing.fieldsFor(to, placement).stream()
                        .map(Visibility::nameOf)
                        .sorted()
                        .toList(),
                book.count(company, population));
    }
}
