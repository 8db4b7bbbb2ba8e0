package dev.tandem.accounts.admission;

import dev.tandem.accounts.admission.Intake.Day;
import dev.tandem.accounts.admission.Intake.Release;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What all parties are told of one party's accounts at the entrance: the same to all, without any row, in
/// whole tens: fewer than ten are not told, so that nobody follows a single account by it.
///
/// @param waiting accounts beyond the budget, which are aligned on another day or when all partners release them
/// @param perDay the budget of a day, once the first load is in; `firstLoadLeft` what is left of that
/// @param days the latest first
/// @param releases which partner let in how many beyond the budget
/// @param notices what is unusual of the last seven days
record IntakeView(
        CompanyId company,
        long waiting,
        long perDay,
        long firstLoadLeft,
        List<Line> days,
        List<Release> releases,
        List<Reason> notices) {
    private static final int STEP = 10;
    private static final int RECENT_DAYS = 7;
    private static final int MANY = 100;

    /// @param aligned accounts that nothing vouches for; `byFile` those of them that only files have named
    /// @param withdrawnSoon accounts that went, or became others, within days after they had been proposed
    /// @param pagesRead how many pages of partners' accounts the party read; `exports` files of them
    record Line(LocalDate day, long aligned, long byFile, long withdrawnSoon, long pagesRead, long exports) {
        /// A day of which nothing is told is none: that it is listed would tell of the first account.
        boolean tells() {
            return aligned + withdrawnSoon + pagesRead + exports > 0;
        }

        static Line of(Day day) {
            return new Line(
                    day.day(),
                    down(day.aligned()),
                    down(day.filed()),
                    down(day.withdrawn()),
                    down(day.reads()),
                    down(day.exports()));
        }
    }

    static IntakeView of(Intake intake, long waiting, AdmissionSettings settings, LocalDate today) {
        return new IntakeView(
                intake.company(),
                up(waiting),
                up(settings.perDay(intake.admitted())),
                up(Math.max(0, settings.firstLoad() - intake.admitted())),
                intake.days().stream().map(Line::of).filter(Line::tells).toList(),
                intake.releases(),
                notices(intake, waiting, settings, today));
    }

    private static long down(long number) {
        return number / STEP * STEP;
    }

    private static long up(long number) {
        return Math.ceilDiv(number, STEP) * STEP;
    }

    private static List<Reason> notices(Intake intake, long waiting, AdmissionSettings settings, LocalDate today) {
        var recent = intake.days().stream()
                .filter(day -> day.day().isAfter(today.minusDays(RECENT_DAYS)))
                .toList();
        var aligned = recent.stream().mapToLong(Day::aligned).sum();
        var filed = recent.stream().mapToLong(Day::filed).sum();
        var withdrawn = recent.stream().mapToLong(Day::withdrawn).sum();
        var notices = new ArrayList<Reason>();
        if (waiting > 0) {
            notices.add(new Reason("OVER_BUDGET", "More accounts were proposed than the budget allows; some wait."));
        }
        if (filed >= MANY && filed * 2 > aligned) {
            notices.add(new Reason("MOSTLY_BY_FILE", "Most new accounts came by file, and no CRM vouches for them."));
        }
        if (withdrawn >= MANY || (withdrawn >= STEP && withdrawn * STEP > aligned)) {
            notices.add(new Reason(
                    "WITHDRAWN_SOON", "Many accounts went, or became others, soon after they had been proposed."));
        }
        if (recent.stream().anyMatch(day -> day.exports() > settings.exportsPerDay())) {
            notices.add(new Reason("EXPORTED_OFTEN", "The overlap was exported more often in a day than is usual."));
        }
        if (recent.stream().anyMatch(day -> day.reads() > settings.readsPerDay())) {
            notices.add(new Reason("READ_OFTEN", "More pages of the overlap were read in a day than is usual."));
        }
        return notices;
    }
}
