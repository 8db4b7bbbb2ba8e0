package dev.tandem.accounts.overlap;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.accounts.sharing.Visibility;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What of the caller's own accounts would cross if a revision came into force. It tells nothing of the overlap, so
/// that a proposal cannot be used to look for it.
@RestController
class PreviewController {
    private final Partnerships partnerships;
    private final Book book;
    private final OwnRecords records;

    PreviewController(Partnerships partnerships, Book book, OwnRecords records) {
        this.partnerships = partnerships;
        this.book = book;
        this.records = records;
    }

    record Preview(int revision, Agreement.Status status, List<Segment> populations, Page<Crossing> accounts) {}

    /// @param accounts how many of the caller's are in it
    record Segment(Population population, SharingLevel level, List<String> fields, long accounts) {}

    /// @param crosses ALWAYS, or only IF_THE_PARTNER_HAS_IT
    record Crossing(CrmId account, Population population, When crosses, Map<String, String> fields) {}

    enum When {
        ALWAYS,
        IF_THE_PARTNER_HAS_IT
    }

    @GetMapping("/accounts/partnerships/{partnership}/revisions/{revision}/preview")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Preview preview(
            CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable int revision, Paging paging) {
        var agreement = partnerships.find(caller.company(), partnership).stream()
                .flatMap(found -> found.revisions().stream())
                .filter(each -> each.number() == revision)
                .findFirst()
                .orElseThrow(Problem::notFound);
        var segments = Stream.of(Population.values())
                .map(population -> segment(agreement, caller.company(), population))
                .toList();
        return new Preview(revision, agreement.status(), segments, accounts(caller, agreement, paging));
    }

    private Segment segment(Agreement agreement, CompanyId company, Population population) {
        var fields = agreement.sharing().fieldsOf(company, population).stream()
                .map(Visibility::nameOf)
                .sorted()
                .toList();
        var level = agreement.sharing().levelOf(company, population);
        return new Segment(population, level, fields, book.count(company, population));
    }

    private Page<Crossing> accounts(CompanyCaller caller, Agreement agreement, Paging paging) {
        var shown = Stream.of(Population.values())
                .filter(population -> agreement
                        .sharing()
                        .levelOf(caller.company(), population)
                        .showsOverlappingRows())
                .toList();
        var rows = book.page(caller.company(), shown, paging.after().map(CrmId::new), paging.fetch());
        return paging.page(
                rows.stream().map(row -> crossing(agreement, row.state())).toList(),
                crossing -> crossing.account().value());
    }

    private Crossing crossing(Agreement agreement, Account account) {
        var own = records.of(account);
        var always = agreement.sharing().levelOf(own.company(), own.population()) == SharingLevel.ALL_ACCOUNTS;
        return new Crossing(
                account.ref().account(),
                account.population(),
                always ? When.ALWAYS : When.IF_THE_PARTNER_HAS_IT,
                Visibility.overlapping(Optional.of(agreement), own).orElseThrow());
    }
}
