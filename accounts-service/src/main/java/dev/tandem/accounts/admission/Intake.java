package dev.tandem.accounts.admission;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What was aligned of one party's accounts in one partnership, and what waits.
///
/// @param through the order of the last account that was let in: whatever comes after it waits
/// @param admitted how many in all that nothing vouches for
/// @param releases what partners let in beyond the budget; `releasedUsed` of them are in
/// @param waiting whether there were more when some were let in last
/// @param days the latest first
record Intake(
        PartnershipId partnership,
        CompanyId company,
        String through,
        long admitted,
        List<Release> releases,
        long releasedUsed,
        boolean waiting,
        List<Day> days) {
    private static final int DAYS_MAX = 90;
    static final int RELEASES_MAX = 500;

    /// Accounts that a partner lets in beyond the budget.
    record Release(CompanyId by, long accounts, Reason reason, Instant at) {}

    /// One day.
    ///
    /// @param aligned accounts that nothing vouches for; `filed` of them named by files only
    /// @param withdrawn those that went or became others soon after they had been proposed
    /// @param budgeted how much of the day's budget is used
    /// @param reads pages of the partners' accounts that the party read; `exports` files of them
    record Day(LocalDate day, long aligned, long filed, long withdrawn, long budgeted, long reads, long exports) {
        static Day of(LocalDate day) {
            return new Day(day, 0, 0, 0, 0, 0, 0);
        }

        Day aligned(long more, long moreFiled, long moreBudgeted) {
            return new Day(day, aligned + more, filed + moreFiled, withdrawn, budgeted + moreBudgeted, reads, exports);
        }

        Day withdrawn(long more) {
            return new Day(day, aligned, filed, withdrawn + more, budgeted, reads, exports);
        }

        Day read(long moreReads, long moreExports) {
            return new Day(day, aligned, filed, withdrawn, budgeted, reads + moreReads, exports + moreExports);
        }
    }

    Intake {
        releases = List.copyOf(releases);
        days = List.copyOf(days);
    }

    static Intake of(PartnershipId partnership, CompanyId company) {
        return new Intake(partnership, company, "", 0, List.of(), 0, false, List.of());
    }

    /// How many more may come in now, and of what they are taken; negative where too many slipped in.
    ///
    /// @param first of the first load
    /// @param today of the day's budget
    /// @param beyond of what all partners let in beyond it
    record Room(long first, long today, long beyond) {
        long all() {
            return first + today + beyond;
        }
    }

    Room room(AdmissionSettings settings, LocalDate today, Collection<CompanyId> partners) {
        var allReleased = partners.stream().mapToLong(this::releasedBy).min().orElse(0);
        return new Room(
                Math.max(0, settings.firstLoad() - admitted),
                settings.perDay(admitted) - day(today).budgeted(),
                allReleased - releasedUsed);
    }

    /// Accounts that come in together.
    ///
    /// @param through the last of them
    record Admitted(String through, long accounts, long filed) {}

    Intake admitted(Admitted more, Room room, LocalDate today) {
        var first = Math.min(more.accounts(), room.first());
        var beyond = Math.clamp(more.accounts() - first - Math.max(0, room.today()), 0, Math.max(0, room.beyond()));
        var budgeted = more.accounts() - first - beyond;
        var next = more.through().compareTo(through) > 0 ? more.through() : through;
        return new Intake(
                partnership,
                company,
                next,
                admitted + more.accounts(),
                releases,
                releasedUsed + beyond,
                waiting,
                daysWith(today, day -> day.aligned(more.accounts(), more.filed(), budgeted)));
    }

    Intake waiting(boolean now) {
        return new Intake(partnership, company, through, admitted, releases, releasedUsed, now, days);
    }

    private long releasedBy(CompanyId partner) {
        return releases.stream()
                .filter(release -> release.by().equals(partner))
                .mapToLong(Release::accounts)
                .sum();
    }

    Intake with(Release release) {
        var next = Stream.concat(releases.stream(), Stream.of(release)).toList();
        return new Intake(partnership, company, through, admitted, next, releasedUsed, waiting, days);
    }

    Intake on(LocalDate today, UnaryOperator<Day> change) {
        return new Intake(
                partnership, company, through, admitted, releases, releasedUsed, waiting, daysWith(today, change));
    }

    Day day(LocalDate day) {
        return days.stream().filter(each -> each.day().equals(day)).findFirst().orElseGet(() -> Day.of(day));
    }

    private List<Day> daysWith(LocalDate today, UnaryOperator<Day> change) {
        var others = days.stream().filter(each -> !each.day().equals(today));
        var all = new ArrayList<>(
                Stream.concat(Stream.of(change.apply(day(today))), others).toList());
        all.sort((one, other) -> other.day().compareTo(one.day()));
        return all.size() > DAYS_MAX ? all.subList(0, DAYS_MAX) : all;
    }
}
