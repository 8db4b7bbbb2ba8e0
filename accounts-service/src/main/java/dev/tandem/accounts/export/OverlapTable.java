package dev.tandem.accounts.export;

import dev.tandem.accounts.account.AccountRecords;
import dev.tandem.accounts.alignment.SeenJointAccounts.Partner;
import dev.tandem.accounts.alignment.SeenJointAccounts.Seen;
import dev.tandem.accounts.export.TableFile.Cell;
import dev.tandem.accounts.sharing.Visibility;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The columns and rows of the overlap: all fields of the reader's own, and of the partners' those that the agreement
/// in force shows of some population. A row is one joint account with one partner.
///
/// @param own names of the reader's fields
/// @param partner names of the partners' fields that are shown
record OverlapTable(List<String> own, List<String> partner) {

    static OverlapTable of(PartnershipChanged partnership, CompanyId reader) {
        var shown = new TreeSet<String>();
        partnership.parties().stream()
                .filter(party -> !party.equals(reader))
                .forEach(party -> Visibility.fields(partnership.inForce(), party, reader).stream()
                        .map(Visibility::nameOf)
                        .forEach(shown::add));
        return new OverlapTable(AccountRecords.FIELDS, List.copyOf(shown));
    }

    List<Cell> head() {
        var head = Stream.of(
                Stream.of("joint_account", "own_account", "own_population", "own_duplicates"),
                own.stream().map(name -> "own_" + name),
                Stream.of("partner"),
                partner.stream().map(name -> "partner_" + name));
        return head.flatMap(names -> names).map(Cell::of).toList();
    }

    Stream<List<Cell>> rows(Seen seen) {
        return seen.partners().stream().map(each -> row(seen, each));
    }

    private List<Cell> row(Seen seen, Partner shown) {
        var row = new ArrayList<Cell>();
        row.add(Cell.of(seen.joint().id().value()));
        row.add(Cell.of(seen.ownAccount().value()));
        row.add(Cell.of(seen.own().population().name()));
        row.add(Cell.of(seen.duplicates().size()));
        own.forEach(name -> row.add(Cell.of(seen.own().texts().getOrDefault(name, ""))));
        row.add(Cell.of(shown.company().value()));
        partner.forEach(name -> row.add(Cell.of(shown.fields().getOrDefault(name, ""))));
        return row;
    }
}
