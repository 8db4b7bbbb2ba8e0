package dev.tandem.credit.deal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.ActivityId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.activity.ActivityChanged;
import dev.tandem.kit.copy.CopySpec;
import dev.tandem.kit.copy.LocalCopies;
import dev.tandem.kit.copy.LocalCopy;
import dev.tandem.kit.copy.LocalCopy.Latest;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/// The joint activities as they were last received.
@Repository
class Activities {
    private static final int PAGE = 200;

    private final LocalCopy<ActivityChanged> activities;

    Activities(LocalCopies copies) {
        this.activities = copies.copy(
                new CopySpec<>(
                        "activities",
                        Topics.ACTIVITIES,
                        ActivityChanged.class,
                        activity -> List.of(Tenant.of(activity.partnership()))),
                "state.jointAccount");
    }

    /// False for a repetition.
    ///
    /// @throws dev.tandem.kit.intake.Unprocessable for the id of the last event with other content
    boolean keep(Incoming<ActivityChanged> event) {
        var news = activities.accept(event);
        if (!news) {
            Repetition.check(
                    event, latest(event.payload().partnership(), event.payload().activity()));
        }
        return news;
    }

    Optional<ActivityChanged> find(PartnershipId partnership, ActivityId activity) {
        return latest(partnership, activity).map(Latest::state);
    }

    private Optional<Latest<ActivityChanged>> latest(PartnershipId partnership, ActivityId activity) {
        return activities.latest(Tenant.of(partnership), activity.value());
    }

    /// All of one joint account, by id.
    List<ActivityChanged> ofAccount(PartnershipId partnership, JointAccountId account) {
        return all(partnership, () -> where("state.jointAccount").is(account.value()));
    }

    /// All of a partnership, by id.
    List<ActivityChanged> all(PartnershipId partnership) {
        return all(partnership, Criteria::new);
    }

    private List<ActivityChanged> all(PartnershipId partnership, Supplier<Criteria> which) {
        var all = new ArrayList<ActivityChanged>();
        var afterId = "";
        List<ActivityChanged> page;
        do {
            page = activities.find(
                    Tenant.of(partnership), which.get().and("_id").gt(afterId), PAGE);
            all.addAll(page);
            afterId = page.isEmpty() ? "" : page.getLast().activity().value();
        } while (page.size() == PAGE);
        return all;
    }
}
