package dev.tandem.roster.activity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An activity as a party sees it. While no agreement is in force, nothing of the others is in it.
///
/// @param by the company that reported it
/// @param unknownUsers how many users of its CRM took part who are no reps yet
/// @param words what the other parties said
/// @param passed whether it counts; null while it is not judged
/// @param lacking why it does not count
/// @param allowed what the viewer can do now
record ActivityView(
        String activity,
        CompanyId by,
        Kind kind,
        Instant start,
        int minutes,
        @Nullable JointAccountId jointAccount,
        @Nullable DealId deal,
        List<Attendee> attended,
        int unknownUsers,
        List<CompanyId> invited,
        List<String> evidence,
        Standing.Status status,
        Instant reportedAt,
        Reason reason,
        Instant confirmBy,
        List<Word> words,
        @Nullable Said acknowledged,
        @Nullable Said withdrawn,
        @Nullable Boolean passed,
        List<Reason> lacking,
        List<String> allowed) {

    static ActivityView of(Activity activity, Viewer viewer) {
        var standing = new Standing(activity, viewer.now());
        var facts = activity.facts();
        var judgement = activity.published().judgement();
        var lacking = judgement == null || !activity.published().settled() ? null : judgement.lacking();
        return new ActivityView(
                activity.id(),
                activity.by(),
                facts.kind(),
                facts.start(),
                facts.minutes(),
                facts.jointAccount(),
                facts.deal(),
                facts.attended(),
                facts.unknown().size(),
                facts.invited(),
                facts.evidence(),
                standing.status(),
                activity.reported().at(),
                activity.reported().reason(),
                activity.confirmBy(),
                viewer.sees(activity.words()),
                activity.acknowledged(),
                activity.withdrawn(),
                lacking == null ? null : activity.passes(),
                lacking == null ? List.of() : lacking,
                viewer.crosses() ? standing.allowedWords(viewer.company()) : List.of());
    }

    /// @param crosses whether an agreement is in force
    record Viewer(CompanyId company, boolean crosses, Instant now) {
        boolean sees(Activity activity) {
            return crosses || activity.by().equals(company);
        }

        private List<Word> sees(List<Word> words) {
            return words.stream()
                    .filter(word -> crosses || word.said().by().equals(company))
                    .toList();
        }
    }
}
