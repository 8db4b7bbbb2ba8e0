package dev.tandem.roster.contribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.ActivityId;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.activity.ActivityChanged;
import dev.tandem.contracts.activity.ActivityChanged.Contribution;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.roster.rep.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one company's CRM says that one of its people contributed.
///
/// @param by whose CRM it is
/// @param said null where it was taken back before it came
/// @param rep null while the user is no rep yet: nothing is told until then
/// @param stamp how new the record is
/// @param withdrawn taken back, for good
/// @param told all that was ever told of it, so that what is corrected does not stand
record Contributed(
        String id,
        CompanyId by,
        @Nullable CrmContribution said,
        @Nullable RepId rep,
        Stamp stamp,
        Instant recordedAt,
        boolean withdrawn,
        List<Told> told) {
    private static final Reason RECORDED = new Reason("RECORDED_IN_CRM", "The company's CRM recorded it.");
    private static final Reason TAKEN_BACK = new Reason("DELETED_IN_CRM", "The company's CRM no longer says so.");

    record Told(RepId rep, Act act) {}

    Contributed {
        told = List.copyOf(told);
    }

    /// Stored, so that those that wait are found.
    @JsonProperty
    boolean waiting() {
        return rep == null && !withdrawn;
    }

    boolean isOfAnother(Contributed news) {
        return said != null && news.said != null && !said.partnership().equals(news.said.partnership());
    }

    /// What a CRM took back before it came.
    static Contributed never(String id, CompanyId by, Stamp stamp, Instant now) {
        return new Contributed(id, by, null, null, stamp, now, true, List.of());
    }

    Contributed knowing(RepId known) {
        return new Contributed(id, by, said, known, stamp, recordedAt, withdrawn, told);
    }

    Contributed corrected(Contributed news) {
        return new Contributed(id, by, news.said, news.rep, news.stamp, news.recordedAt, false, told);
    }

    /// Its user's id is of no use any more, and forgotten.
    Contributed takenBack(Stamp at) {
        return new Contributed(id, by, said == null ? null : said.withoutUser(), rep, at, recordedAt, true, told);
    }

    /// Without the user's id.
    Contributed forgotten() {
        var known = rep;
        return known == null || said == null
                ? takenBack(stamp)
                : new Contributed(id, by, said.withoutUser(), known, stamp, recordedAt, withdrawn, told);
    }

    /// With what is told now.
    Contributed remembered() {
        var now =
                rep == null || said == null || withdrawn ? Stream.<Told>empty() : Stream.of(new Told(rep, said.act()));
        return new Contributed(
                id,
                by,
                said,
                rep,
                stamp,
                recordedAt,
                withdrawn,
                Stream.concat(told.stream(), now).distinct().toList());
    }

    /// A state of the platform's, in which the CRM's company alone says that it took place: another party confirms or
    /// contests it where the deal is credited. Empty while there is nothing to tell.
    Optional<ActivityChanged> event() {
        if (said == null || told.isEmpty()) {
            return Optional.empty();
        }
        var act = said.act();
        var all = told.stream().map(each -> contribution(each, act)).toList();
        return Optional.of(new ActivityChanged(
                new ActivityId(id),
                said.partnership(),
                said.jointAccount(),
                said.deal(),
                said.on(),
                recordedAt,
                List.of(by),
                all));
    }

    private Contribution contribution(Told each, Act act) {
        var stands = !withdrawn && each.rep().equals(rep) && each.act() == act;
        return new Contribution(by, each.rep(), each.act(), true, !stands, stands ? RECORDED : TAKEN_BACK);
    }
}
