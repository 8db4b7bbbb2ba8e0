package dev.tandem.roster.pairing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.roster.mapping.JointOwners;
import dev.tandem.roster.mapping.JointOwners.Joint;
import dev.tandem.roster.onboarding.Readiness;
import dev.tandem.roster.pairing.Evidence.Shared;
import dev.tandem.roster.pairing.Plan.Gap;
import dev.tandem.roster.pairing.Plan.Member;
import dev.tandem.roster.pairing.Plan.Open;
import dev.tandem.roster.pairing.Plan.Paired;
import dev.tandem.roster.pairing.Plan.Result;
import dev.tandem.roster.pairing.Proposer.Proposal;
import dev.tandem.roster.pairing.SharedAccounts.Side;
import dev.tandem.roster.pairing.Staff.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Makes a proposal from what the parties show each other under the agreement in force, party by party.
@Component
final class Proposing {
    private static final Reason NOT_READY = new Reason("NOT_READY", "Something of the agreed onboarding is missing.");

    private final JointOwners owners;
    private final Staff staff;
    private final Readiness readiness;

    Proposing(JointOwners owners, Staff staff, Readiness readiness) {
        this.owners = owners;
        this.staff = staff;
        this.readiness = readiness;
    }

    /// What comes of two parties.
    private record Sum(List<Paired> pairs, List<Gap> gaps, Result result) {}

    Open propose(PartnershipChanged partnership, Agreement inForce, Plan was, Plan.Said said) {
        var joints = new ArrayList<Joint>();
        owners.walk(partnership.partnership(), inForce.sharing(), joints::add);
        var pairs = new ArrayList<Paired>();
        var gaps = new ArrayList<Gap>();
        var results = new ArrayList<Result>();
        var parties = new ArrayList<>(new TreeSet<>(partnership.parties()));
        for (int one = 0; one < parties.size(); one++) {
            for (int other = one + 1; other < parties.size(); other++) {
                var sum = between(partnership.partnership(), parties.get(one), parties.get(other), joints, was);
                pairs.addAll(sum.pairs());
                gaps.addAll(sum.gaps());
                results.add(sum.result());
            }
        }
        return new Open(said, pairs, gaps, results, List.of());
    }

    private Sum between(PartnershipId partnership, CompanyId one, CompanyId other, List<Joint> joints, Plan was) {
        var oneSide = side(new View(partnership, one, other), joints);
        var otherSide = side(new View(partnership, other, one), joints);
        var shared = SharedAccounts.of(joints, oneSide, otherSide);
        var ones = new ArrayList<>(oneSide.people());
        var others = new ArrayList<>(otherSide.people());
        var unready = unready(partnership, one, ones);
        unready.addAll(unready(partnership, other, others));
        var current = was.agreed().stream().map(Paired::pair).collect(Collectors.toSet());
        var scene = new Scene(shared, current, was.decided(true), was.decided(false));
        var proposal = Proposer.propose(ones, others, scene);
        var proposed = proposal.pairs().stream()
                .map(pair -> new Paired(new Member(one, pair.one()), new Member(other, pair.other()), pair.evidence()))
                .toList();
        var pairs = new ArrayList<>(proposed);
        was.overrides().stream()
                .filter(decided -> decided.together() && decided.isOf(one) && decided.isOf(other))
                .filter(decided -> isOneOf(unready, decided.one()) || isOneOf(unready, decided.other()))
                .forEach(decided -> pairs.add(new Paired(decided.one(), decided.other(), Evidence.DECIDED)));
        var gaps = new ArrayList<>(unready);
        gaps.addAll(gaps(one, ones, proposal, shared));
        gaps.addAll(gaps(other, others, proposal, shared));
        return new Sum(pairs, gaps, new Result(one, other, proposal.worth(), proposal.bound()));
    }

    /// Takes out who is not ready: such a rep is paired by an override alone.
    private List<Gap> unready(PartnershipId partnership, CompanyId company, List<Person> people) {
        var agreed = readiness.agreed(partnership);
        var unready = people.stream()
                .filter(person -> !readiness.isReady(partnership, person.rep(), agreed))
                .toList();
        people.removeAll(unready);
        return unready.stream()
                .map(person -> new Gap(new Member(company, person.rep()), NOT_READY))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean isOneOf(List<Gap> unready, Member member) {
        return unready.stream().anyMatch(gap -> gap.rep().equals(member));
    }

    private Side side(View view, List<Joint> joints) {
        var owning = new TreeSet<RepId>();
        joints.forEach(joint -> joint.owners().stream()
                .filter(owner -> owner.company().equals(view.company()))
                .forEach(owner -> owning.add(owner.rep())));
        var people = staff.people(view, owning);
        return new Side(view.company(), people, staff.named(view, people));
    }

    /// Who has no counterpart at all, and who shares accounts with more than there is room for.
    private static List<Gap> gaps(CompanyId company, List<Person> people, Proposal proposal, Map<Pair, Shared> shared) {
        var paired = new HashSet<RepId>();
        proposal.pairs().forEach(pair -> paired.addAll(List.of(pair.one(), pair.other())));
        var sharing = new HashMap<RepId, Integer>();
        shared.forEach((pair, accounts) -> {
            if (accounts.meet()) {
                List.of(pair.one(), pair.other()).forEach(rep -> sharing.merge(rep, 1, Integer::sum));
            }
        });
        var gaps = new ArrayList<Gap>();
        for (var person : people) {
            var rep = new Member(company, person.rep());
            int counterparts = sharing.getOrDefault(person.rep(), 0);
            if (counterparts > person.capacity()) {
                gaps.add(new Gap(rep, overload(counterparts, person.capacity())));
            } else if (!paired.contains(person.rep())) {
                gaps.add(new Gap(rep, new Reason("NO_COUNTERPART", "Nobody of the other side is free and fits.")));
            }
        }
        return gaps;
    }

    private static Reason overload(int counterparts, int capacity) {
        return new Reason(
                "OVERLOADED",
                "Shares joint accounts with " + counterparts + " reps and can work with " + capacity + ".");
    }
}
