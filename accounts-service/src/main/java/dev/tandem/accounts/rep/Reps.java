package dev.tandem.accounts.rep;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.MatchingWork.RepTouched;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.kit.copy.CopySpec;
import dev.tandem.kit.copy.LocalCopies;
import dev.tandem.kit.copy.LocalCopy;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Marks;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The reps as the roster last said; an owner in a CRM becomes a rep by it.
@Component
public class Reps {
    private final LocalCopy<RepChanged> copy;
    private final RepNotices notices;
    private final Partnerships partnerships;
    private final Marks marks;

    Reps(LocalCopies copies, RepNotices notices, Partnerships partnerships, Marks marks) {
        copy = copies.copy(
                new CopySpec<>("reps", Topics.ROSTERS, RepChanged.class, rep -> List.of(Tenant.of(rep.company()))),
                "state.crmUser");
        this.notices = notices;
        this.partnerships = partnerships;
        this.marks = marks;
    }

    /// Keeps a rep, and has everything looked at again that belongs to him or her.
    public void on(Incoming<RosterChange> event) {
        if (event.payload() instanceof RepChanged rep) {
            copy.accept(event);
            notices.raise(rep.company(), rep.rep(), event.cause(), touched(rep));
        }
    }

    private List<Outgoing> touched(RepChanged rep) {
        return partnerships.open(rep.company()).stream()
                .map(each -> each.partnership())
                .map(id -> Outgoing.to(Topics.MATCHING, id.value(), new RepTouched(id, rep.rep())))
                .toList();
    }

    /// How a record names a user that it waits for.
    public static String reference(CrmId user) {
        return "user/" + user;
    }

    public Optional<RepChanged> byUser(CompanyId company, CrmId user) {
        return called(company, user).or(() -> called(company, marks.erased(company, user)));
    }

    /// Who was erased owns what was owned, by an id that tells nothing.
    private Optional<RepChanged> called(CompanyId company, CrmId user) {
        return copy.find(Tenant.of(company), where("state.crmUser").is(user.value()), 1).stream()
                .findFirst();
    }

    /// What stands for a user who was erased.
    public Optional<CrmId> erased(CompanyId company, CrmId user) {
        var mark = marks.erased(company, user);
        return called(company, mark).map(RepChanged::crmUser);
    }

    /// Those of the users who are reps, or were until they were erased.
    public Set<CrmId> known(CompanyId company, Set<CrmId> users) {
        if (users.isEmpty()) {
            return Set.of();
        }
        var asked = users.stream()
                .flatMap(user -> Stream.of(user, marks.erased(company, user)))
                .map(CrmId::value)
                .sorted()
                .toList();
        var found = copy.find(Tenant.of(company), where("state.crmUser").in(asked), asked.size() + 1).stream()
                .map(RepChanged::crmUser)
                .collect(Collectors.toSet());
        return users.stream()
                .filter(user -> found.contains(user) || found.contains(marks.erased(company, user)))
                .collect(Collectors.toSet());
    }

    /// Whether the rep was erased and is the one that the CRM calls so.
    public boolean standsFor(RepChanged erased, CrmId user) {
        return marks.erased(erased.company(), user).equals(erased.crmUser());
    }

    public Optional<RepChanged> find(CompanyId company, RepId rep) {
        return copy.find(Tenant.of(company), "rep/" + rep);
    }
}
