package dev.tandem.accounts.sale;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.deal.DealChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All deals that the parties recorded on one joint account. One document, so that which of them is the deal of record
/// is decided, and told, in one write.
///
/// @param lead the party that leads the joint account, as far as the shared book was agreed on it
/// @param deals in the order of their ids
/// @param open which deals may be one sale, for the parties to say
record JointSales(
        JointAccountId jointAccount,
        PartnershipId partnership,
        @Nullable CompanyId lead,
        List<Recorded> deals,
        List<Ruling> rulings,
        List<Word> words,
        List<Question> open) {

    /// @param deals in order
    record Question(List<DealId> deals) {}

    JointSales {
        deals = deals.stream().sorted(Comparator.comparing(Recorded::id)).toList();
        rulings = List.copyOf(rulings);
        words = List.copyOf(words);
        open = List.copyOf(open);
    }

    static JointSales none(PartnershipId partnership, JointAccountId jointAccount) {
        return new JointSales(jointAccount, partnership, null, List.of(), List.of(), List.of(), List.of());
    }

    Optional<Recorded> find(DealId deal) {
        return deals.stream().filter(each -> each.id().equals(deal)).findFirst();
    }

    /// @param leading the party that leads now, if the shared book is agreed on
    JointSales recorded(DealChanged said, Optional<CompanyId> leading, Instant now) {
        var others = deals.stream().filter(each -> !each.id().equals(said.deal()));
        var own = find(said.deal()).orElseGet(() -> Recorded.first(said)).saying(said);
        var all = Stream.concat(others, Stream.of(own)).toList();
        return Judging.of(with(leading.orElse(lead), all), now);
    }

    private JointSales with(@Nullable CompanyId leading, List<Recorded> all) {
        return new JointSales(jointAccount, partnership, leading, all, rulings, words, open);
    }

    /// What a party says; it becomes a ruling when all whose deals they are say the same.
    JointSales said(Word word, Instant now) {
        var next = new ArrayList<>(words);
        next.removeIf(word::replaces);
        next.add(word);
        return Judging.of(new JointSales(jointAccount, partnership, lead, deals, ruled(word, next), next, open), now);
    }

    private List<Ruling> ruled(Word word, List<Word> said) {
        var agreed = owners(word.deals()).stream()
                .allMatch(owner -> said.stream().anyMatch(each -> each.company().equals(owner) && each.sameAs(word)));
        return agreed
                ? Stream.concat(rulings.stream().filter(was -> !was.excludes(word.ruling())), Stream.of(word.ruling()))
                        .toList()
                : rulings;
    }

    /// Whose deals these are.
    List<CompanyId> owners(List<DealId> ids) {
        return ids.stream()
                .flatMap(id -> find(id).stream())
                .map(Recorded::owner)
                .distinct()
                .sorted()
                .toList();
    }

    JointSales judged(List<Recorded> standing, List<Ruling> ruled, List<Question> asked) {
        return new JointSales(jointAccount, partnership, lead, standing, ruled, words, asked);
    }
}
