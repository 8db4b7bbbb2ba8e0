package dev.tandem.accounts.overlap;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.account.OwnRecords;
import dev.tandem.accounts.alignment.SeenJointAccounts;
import dev.tandem.accounts.sharing.Visibility;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.partnership.SharingPolicy.CustomRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The accounts that partners show whole populations of, by the agreement in force at the moment of reading, without
/// those that the overlap shows: an account is in the one list or in the other.
@Component
public class PartnerAccounts {
    private static final int BATCH = 200;

    private final Book book;
    private final SeenJointAccounts joints;
    private final OwnRecords records;

    PartnerAccounts(Book book, SeenJointAccounts joints, OwnRecords records) {
        this.book = book;
        this.joints = joints;
        this.records = records;
    }

    /// @param place in the list, which nobody outside may read: one account has it in all partnerships
    public record Row(Place place, AccountRef account, Map<String, String> fields) {}

    /// Behind which account of which partner.
    public record Place(CompanyId partner, String listing) {
        static Place of(String text) {
            var slash = text.indexOf('/');
            return new Place(new CompanyId(text.substring(0, slash)), text.substring(slash + 1));
        }

        @Override
        public String toString() {
            return partner + "/" + listing;
        }
    }

    /// Partner by partner; `limit` at most, fewer only at the end.
    public List<Row> page(CompanyId reader, PartnershipChanged partnership, Optional<Place> after, int limit) {
        var rows = new ArrayList<Row>();
        for (var place : places(reader, partnership, after)) {
            var next = Optional.of(place);
            while (next.isPresent() && rows.size() < limit) {
                next = batch(reader, partnership, next.get(), rows);
            }
        }
        return rows.subList(0, Math.min(limit, rows.size()));
    }

    /// The first that is wanted.
    public Optional<Row> find(CompanyId reader, PartnershipChanged partnership, Predicate<AccountRef> wanted) {
        for (var place : places(reader, partnership, Optional.empty())) {
            var next = Optional.of(place);
            while (next.isPresent()) {
                var rows = new ArrayList<Row>();
                next = batch(reader, partnership, next.get(), rows);
                var found =
                        rows.stream().filter(row -> wanted.test(row.account())).findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /// Where to begin in the book of each partner that is not read through yet.
    private List<Place> places(CompanyId reader, PartnershipChanged partnership, Optional<Place> after) {
        if (records.isClosed(partnership.inForce(), reader)) {
            return List.of();
        }
        var partners = partnership.parties().stream()
                .filter(party -> !party.equals(reader))
                .map(party -> new Place(party, ""));
        return after.map(place -> Stream.concat(
                        Stream.of(place),
                        partners.dropWhile(each -> !each.partner().equals(place.partner()))
                                .skip(1)))
                .orElse(partners)
                .toList();
    }

    /// Adds what is shown of a batch, and returns where the next one begins. What is held back is not read: the work
    /// that an answer takes could be noticed.
    private Optional<Place> batch(CompanyId reader, PartnershipChanged partnership, Place at, List<Row> rows) {
        var wanted = new Book.Wanted(
                Visibility.shownWhole(partnership.inForce(), at.partner(), reader),
                heldBack(partnership.inForce(), at.partner(), reader));
        var batch = wanted.populations().isEmpty()
                ? List.<Account>of()
                : book.listed(at.partner(), wanted, at.listing(), BATCH);
        var overlap = joints.shown(
                reader, partnership, batch.stream().map(Account::ref).toList());
        batch.stream()
                .filter(account -> !overlap.contains(account.ref()))
                .forEach(account -> row(reader, partnership, account).ifPresent(rows::add));
        return batch.size() < BATCH
                ? Optional.empty()
                : Optional.of(new Place(at.partner(), batch.getLast().listing()));
    }

    private static List<PopulationName> heldBack(Optional<Agreement> inForce, CompanyId partner, CompanyId reader) {
        return inForce.stream()
                .flatMap(agreement -> Pair.restricting(agreement, partner, reader, SharingLevel.ALL_ACCOUNTS))
                .map(CustomRule::population)
                .toList();
    }

    private Optional<Row> row(CompanyId reader, PartnershipChanged partnership, Account account) {
        var place = new Place(account.ref().company(), account.listing());
        return Visibility.anyhow(partnership.inForce(), records.of(account), reader)
                .map(fields -> new Row(place, account.ref(), fields));
    }
}
