package dev.tandem.accounts.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.accounts.admission.Intake.Admitted;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How many accounts may come in, and what all parties are told of it.
class IntakeTest {
    private static final CompanyId GLOBEX = new CompanyId("globex");
    private static final CompanyId INITECH = new CompanyId("initech");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final AdmissionSettings SETTINGS = new AdmissionSettings(100, 10, 2, 30, 7, 3, 5);

    private final Intake none = Intake.of(new PartnershipId("acme-globex"), new CompanyId("acme"));

    @Test
    void theFirstLoadComesFirstAndThenSoManyADay() {
        var loaded = admitted(none, 100, TODAY);

        assertThat(room(none, TODAY)).isEqualTo(110);
        assertThat(room(loaded, TODAY)).isEqualTo(10);
        assertThat(room(admitted(loaded, 10, TODAY), TODAY)).isZero();
        assertThat(room(admitted(loaded, 10, TODAY), TODAY.plusDays(1))).isEqualTo(10);
        assertThat(room(admitted(loaded, 4, TODAY), TODAY.plusDays(5)))
                .as("what is not used is not saved up")
                .isEqualTo(10);
    }

    @Test
    void whatSlippedInBeyondTheBudgetIsPaidBack() {
        var over = admitted(admitted(none, 100, TODAY), 25, TODAY);

        assertThat(room(over, TODAY)).isEqualTo(-15);
        assertThat(room(over.with(release(GLOBEX, 20)), TODAY)).isEqualTo(5);
    }

    @Test
    void aLargeBookMayChangeByItsShare() {
        assertThat(room(admitted(none, 10_000, TODAY), TODAY.plusDays(1))).isEqualTo(200);
    }

    @Test
    void withMorePartnersAllOfThemHaveToReleaseAndAReleaseIsUsedOnce() {
        var loaded = admitted(admitted(none, 100, TODAY), 10, TODAY);
        var one = loaded.with(release(GLOBEX, 30));

        assertThat(room(one, TODAY, GLOBEX, INITECH)).isZero();
        var both = one.with(release(INITECH, 7));
        assertThat(room(both, TODAY, GLOBEX, INITECH)).isEqualTo(7);
        var used = both.admitted(new Admitted("5", 7, 0), both.room(SETTINGS, TODAY, List.of(GLOBEX, INITECH)), TODAY);
        assertThat(room(used, TODAY, GLOBEX, INITECH)).isZero();
        assertThat(room(used, TODAY.plusDays(1), GLOBEX, INITECH)).isEqualTo(10);
    }

    @Test
    void numbersAreToldInWholeTensSoThatNoSingleAccountIsFollowed() {
        var intake = admitted(none, 21, TODAY).on(TODAY, day -> day.withdrawn(1).read(2, 1));
        var line = IntakeView.of(intake, 3, SETTINGS, TODAY).days().getFirst();

        assertThat(IntakeView.of(admitted(none, 1, TODAY), 0, SETTINGS, TODAY))
                .as("the first account")
                .isEqualTo(IntakeView.of(none, 0, SETTINGS, TODAY))
                .isEqualTo(IntakeView.of(admitted(none, 9, TODAY), 0, SETTINGS, TODAY));
        assertThat(line).isEqualTo(new IntakeView.Line(TODAY, 20, 20, 0, 0, 0));
    }

    @Test
    void whatLooksLikeTryingNamesIsPointedOut() {
        assertThat(codes(none, 0)).isEmpty();
        assertThat(codes(admitted(none, 150, TODAY), 5)).containsExactly("OVER_BUDGET", "MOSTLY_BY_FILE");
        var churning = admitted(none, 60, TODAY).on(TODAY, day -> day.withdrawn(12));
        assertThat(codes(churning, 0)).containsExactly("WITHDRAWN_SOON");
        assertThat(codes(none.on(TODAY, day -> day.read(6, 4)), 0)).containsExactly("EXPORTED_OFTEN", "READ_OFTEN");
        assertThat(codes(none.on(TODAY.minusDays(8), day -> day.read(6, 4)), 0)).isEmpty();
    }

    private static List<String> codes(Intake intake, long waiting) {
        return IntakeView.of(intake, waiting, SETTINGS, TODAY).notices().stream()
                .map(Reason::code)
                .toList();
    }

    private static Intake.Release release(CompanyId by, long accounts) {
        return new Intake.Release(by, accounts, new Reason("KNOWN", "They moved to another CRM."), Instant.EPOCH);
    }

    /// All of them by file.
    private static Intake admitted(Intake intake, long accounts, LocalDate day) {
        return intake.admitted(new Admitted("1", accounts, accounts), intake.room(SETTINGS, day, List.of(GLOBEX)), day);
    }

    private static long room(Intake intake, LocalDate day, CompanyId... partners) {
        var all = partners.length == 0 ? List.of(GLOBEX) : List.of(partners);
        return intake.room(SETTINGS, day, all).all();
    }
}
