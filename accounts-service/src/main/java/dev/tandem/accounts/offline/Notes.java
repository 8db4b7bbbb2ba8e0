package dev.tandem.accounts.offline;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.alignment.NotedPairs.Pair;
import dev.tandem.accounts.alignment.SeenJointAccounts;
import dev.tandem.accounts.alignment.SeenJointAccounts.Seen;
import dev.tandem.accounts.offline.Note.Continued;
import dev.tandem.accounts.offline.Note.Standing;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.PartnershipChanged.Offline;
import dev.tandem.kit.store.Versioned;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says what became of noted pairs. A note is continued by the joint account that the same own account is in with the
/// real partner, as far as that partner shows it; nothing else of the note goes over.
@Component
class Notes {
    private final Partnerships partnerships;
    private final SeenJointAccounts joints;
    private final Book book;

    Notes(Partnerships partnerships, SeenJointAccounts joints, Book book) {
        this.partnerships = partnerships;
        this.joints = joints;
        this.book = book;
    }

    List<Note> of(Offline offline, List<Pair> pairs) {
        var entered = entered(
                offline.placeholder(),
                pairs.stream().map(pair -> pair.noted().account()).toList());
        var continued = continued(offline, pairs.stream().map(Pair::own).toList());
        return pairs.stream()
                .map(pair -> new Note(
                        pair.id(),
                        pair.own().account(),
                        pair.noted().account(),
                        entered.getOrDefault(pair.noted().account(), Map.of()),
                        standing(offline, continued.get(pair.own().account())),
                        continued.get(pair.own().account())))
                .toList();
    }

    private static Standing standing(Offline offline, @Nullable Continued continued) {
        if (offline.claimedAs() == null) {
            return Standing.NOTED;
        }
        return continued == null ? Standing.NOT_FOUND_YET : Standing.CONTINUED;
    }

    private Map<CrmId, Map<String, String>> entered(CompanyId placeholder, Collection<CrmId> accounts) {
        return book.find(placeholder, accounts).stream()
                .map(Versioned::state)
                .collect(Collectors.toMap(account -> account.ref().account(), Account::texts));
    }

    private Map<CrmId, Continued> continued(Offline offline, List<AccountRef> own) {
        var real = offline.claimedAs();
        var found = new HashMap<CrmId, Continued>();
        successor(offline)
                .ifPresent(successor -> joints.having(offline.by(), successor, own).stream()
                        .filter(seen -> seen.partners().stream()
                                .anyMatch(partner -> partner.company().equals(real)))
                        .forEach(seen -> accounts(seen)
                                .forEach(account -> found.put(
                                        account,
                                        new Continued(
                                                successor.partnership(),
                                                seen.joint().id())))));
        return found;
    }

    private static Stream<CrmId> accounts(Seen seen) {
        return Stream.concat(Stream.of(seen.ownAccount()), seen.duplicates().stream());
    }

    private Optional<PartnershipChanged> successor(Offline offline) {
        return Optional.ofNullable(offline.successor()).flatMap(id -> partnerships.find(offline.by(), id));
    }
}
