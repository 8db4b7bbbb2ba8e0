package dev.tandem.accounts.alignment;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged.Offline;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Which of a company's accounts were found to be those of a partner that it represents. They stay as its notes once
/// the real company has claimed the place.
@Component
public class NotedPairs {
    private final JointAccounts jointAccounts;

    NotedPairs(JointAccounts jointAccounts) {
        this.jointAccounts = jointAccounts;
    }

    /// @param noted the account that was entered for the partner
    /// @param standing whether the company's own systems are told of it
    public record Pair(
            JointAccountId id, AccountRef own, AccountRef noted, Population ownPopulation, boolean standing) {}

    /// By id, after the one given (empty for the first).
    public List<Pair> page(PartnershipId partnership, Offline offline, String after, int limit) {
        var filter = where("state.companies").is(offline.by().value());
        return jointAccounts.page(partnership, filter, after, limit).stream()
                .map(Versioned::state)
                .flatMap(joint -> pair(joint, offline))
                .toList();
    }

    public void forEach(PartnershipId partnership, Offline offline, Consumer<Pair> use) {
        jointAccounts.forEach(partnership, joint -> pair(joint, offline).forEach(use));
    }

    private static Stream<Pair> pair(JointAccount joint, Offline offline) {
        return joint.member(offline.by()).stream()
                .flatMap(own -> joint.member(offline.placeholder()).stream()
                        .map(noted -> new Pair(
                                joint.id(),
                                own.account(),
                                noted.account(),
                                own.population(),
                                !joint.told().companies().isEmpty())));
    }
}
