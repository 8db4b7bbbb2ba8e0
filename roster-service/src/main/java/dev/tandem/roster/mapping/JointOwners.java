package dev.tandem.roster.mapping;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.alignment.JointAccountChanged.Tier;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.roster.mapping.Mappings.Range;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What other features may ask about who owns joint accounts.
@Component
public final class JointOwners {
    private static final int PART = 500;

    private final Mappings mappings;

    JointOwners(Mappings mappings) {
        this.mappings = mappings;
    }

    /// A rep who owns an account of a joint account.
    public record Owner(CompanyId company, RepId rep) {}

    /// A joint account, as far as the policy shows its accounts row by row.
    ///
    /// @param tier in the shared book; null outside it
    public record Joint(
            List<Owner> owners,
            List<AccountRef> accounts,
            @Nullable Tier tier) {}

    /// Joint account by joint account.
    public void walk(PartnershipId partnership, SharingPolicy policy, Consumer<Joint> each) {
        var shown = new Shown(policy);
        var after = "";
        List<Mapping> part;
        do {
            part = mappings.page(partnership, after, PART);
            part.forEach(mapping -> each.accept(joint(mapping, shown)));
            after = part.isEmpty() ? after : part.getLast().jointAccount().value();
        } while (part.size() == PART);
    }

    private static Joint joint(Mapping mapping, Shown shown) {
        var visible = mapping.members().stream().filter(shown::row).toList();
        var owners = visible.stream()
                .filter(member -> member.owner() != null)
                .map(JointOwners::owner)
                .distinct();
        return new Joint(owners.toList(), visible.stream().map(Member::account).toList(), mapping.tier());
    }

    /// Whether the parties have it in common now.
    public boolean isJoint(PartnershipId partnership, JointAccountId jointAccount) {
        return mappings.find(partnership, jointAccount)
                .filter(mapping -> !mapping.members().isEmpty())
                .isPresent();
    }

    /// All who work a joint account now.
    public Set<Owner> assigned(PartnershipId partnership) {
        var all = new HashSet<Owner>();
        var after = "";
        List<Mapping> part;
        do {
            part = mappings.page(partnership, after, PART);
            part.forEach(mapping -> mapping.current()
                    .forEach(assignment -> all.add(new Owner(assignment.company(), assignment.rep()))));
            after = part.isEmpty() ? after : part.getLast().jointAccount().value();
        } while (part.size() == PART);
        return all;
    }

    /// Whether the rep works a joint account now.
    public boolean isAssigned(PartnershipId partnership, RepId rep) {
        var after = "";
        List<Mapping> part;
        do {
            part = mappings.workedBy(partnership, rep, new Range(after, PART));
            if (part.stream()
                    .anyMatch(mapping -> mapping.current().stream()
                            .anyMatch(assignment -> assignment.rep().equals(rep)))) {
                return true;
            }
            after = part.isEmpty() ? after : part.getLast().jointAccount().value();
        } while (part.size() == PART);
        return false;
    }

    private static Owner owner(Member member) {
        return new Owner(member.account().company(), Objects.requireNonNull(member.owner()));
    }
}
