package dev.tandem.accounts.offline;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.alignment.NotedPairs;
import dev.tandem.accounts.alignment.NotedPairs.Pair;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.PartnershipChanged.Offline;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a company entered about a partner that is not on the platform: its own notes, before and after the partner
/// joins. While it has not, the overlap, the accounts that only the partner has and the reviews are read as of any
/// other partnership. Accounts are entered by `POST …/imports`.
@RestController
@RequestMapping("/accounts/offline-partners/{partnership}")
class OfflineController {
    private final Partnerships partnerships;
    private final Book book;
    private final NotedPairs pairs;
    private final Notes notes;

    OfflineController(Partnerships partnerships, Book book, NotedPairs pairs, Notes notes) {
        this.partnerships = partnerships;
        this.book = book;
        this.pairs = pairs;
        this.notes = notes;
    }

    /// @param accounts that were entered for the partner
    /// @param overlap how many of the own accounts are among them, by the population of the own one
    /// @param claimed null while the partner has not joined
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(
            PartnershipId partnership,
            CompanyId placeholder,
            String name,
            long accounts,
            Map<Population, Long> overlap,
            @Nullable Claimed claimed) {}

    /// @param successor the partnership with the real company
    /// @param withdrawn pairs that were taken back from the own systems; `standing` those that are still to be
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Claimed(CompanyId by, @Nullable PartnershipId successor, long withdrawn, long standing) {}

    record View(CrmId account, Population population, Map<String, String> fields) {
        static View of(Account account) {
            return new View(account.ref().account(), account.population(), account.texts());
        }
    }

    @GetMapping
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Summary summary(CompanyCaller caller, @PathVariable PartnershipId partnership) {
        var found = found(caller, partnership);
        var offline = offline(found);
        var overlap = new EnumMap<Population, Long>(Population.class);
        var withdrawn = new AtomicLong();
        var standing = new AtomicLong();
        pairs.forEach(partnership, offline, pair -> {
            overlap.merge(pair.ownPopulation(), 1L, Long::sum);
            (pair.standing() ? standing : withdrawn).incrementAndGet();
        });
        var by = offline.claimedAs();
        return new Summary(
                partnership,
                offline.placeholder(),
                found.name(),
                book.count(offline.placeholder()),
                overlap,
                by == null ? null : new Claimed(by, offline.successor(), withdrawn.get(), standing.get()));
    }

    @GetMapping("/entered-accounts")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Page<View> accounts(CompanyCaller caller, @PathVariable PartnershipId partnership, Paging paging) {
        var placeholder = offline(found(caller, partnership)).placeholder();
        var rows = book.page(placeholder, paging.after().map(CrmId::new), paging.fetch());
        return paging.page(
                rows.stream().map(row -> View.of(row.state())).toList(),
                view -> view.account().value());
    }

    /// The pairs that were found; and once the partner has joined, which joint account took the place of each.
    @GetMapping("/notes")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Page<Note> notes(CompanyCaller caller, @PathVariable PartnershipId partnership, Paging paging) {
        var offline = offline(found(caller, partnership));
        var rows = pairs.page(partnership, offline, paging.after().orElse(""), paging.fetch());
        var page = paging.page(rows, (Pair pair) -> pair.id().value());
        return new Page<>(notes.of(offline, page.items()), page.next());
    }

    private PartnershipChanged found(CompanyCaller caller, PartnershipId partnership) {
        return partnerships.represented(caller.company(), partnership).orElseThrow(Problem::notFound);
    }

    private static Offline offline(PartnershipChanged partnership) {
        return Objects.requireNonNull(partnership.offline(), "a represented partner is offline");
    }
}
