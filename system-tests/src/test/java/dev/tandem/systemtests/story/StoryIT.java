package dev.tandem.systemtests.story;

import static dev.tandem.systemtests.running.RunningPlatform.api;
import static dev.tandem.systemtests.running.RunningPlatform.manager;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.samples.Story;
import dev.tandem.standalone.client.Patience.Look;
import dev.tandem.systemtests.alliance.Alliance;
import dev.tandem.systemtests.alliance.Booking;
import dev.tandem.systemtests.alliance.JointAccounts;
import dev.tandem.systemtests.alliance.Samples;
import dev.tandem.systemtests.running.LogsOnFailure;
import dev.tandem.systemtests.running.RunningPlatform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/// Acme and Globex co-sell: one chapter after the other, each on what the one before has left.
@Order(1)
@ExtendWith(LogsOnFailure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryIT {
    /// Of the pairs in joint accounts so many must be the same customer; measured, see the README.
    private static final double PRECISION_MIN = 0.95;

    /// Of the customers of both so many must be found.
    private static final double RECALL_MIN = 0.85;

    private final Map<Long, String> reports = new HashMap<>();
    private final Samples samples = Samples.get();
    private final Alliance alliance = samples.alliance();
    private JointAccounts joints = new JointAccounts(Map.of());

    @BeforeAll
    void settle() {
        joints = samples.joints();
    }

    @Test
    @Order(1)
    void findsTheCustomersOfBothAndNextToNoOthers() {
        var gold = samples.world().truth().goldPairs().stream()
                .map(pair -> pair.acme() + "=" + pair.globex())
                .collect(Collectors.toSet());
        var found = joints.pairs();
        var right = found.stream().filter(gold::contains).count();
        System.out.printf(
                "alignment: %d pairs in joint accounts, %d of them right, %d to be found%n",
                found.size(), right, gold.size());
        assertThat((double) right / found.size()).isGreaterThanOrEqualTo(PRECISION_MIN);
        assertThat((double) right / gold.size()).isGreaterThanOrEqualTo(RECALL_MIN);
        assertThat(joints.members().get(flagship()))
                .containsExactly(List.of(Story.ACME_ACCOUNT.value()), List.of(Story.GLOBEX_ACCOUNT.value()));
    }

    @Test
    @Order(2)
    void bothReadTheSameMatrixAndOnlyTheFieldsThatAreShown() {
        var ours = Matrix.of("acme", alliance);
        assertThat(ours.turned()).isEqualTo(Matrix.of("globex", alliance));
        assertThat(ours.total()).isEqualTo(joints.members().size());
        for (var joint : manager("globex").all(alliance.in("accounts") + "/overlap")) {
            assertThat(joint.at("/partners/0/fields").propertyNames())
                    .isSubsetOf("name", "website", "city", "country", "owner");
            assertThat(joint.at("/because")).isNotEmpty();
        }
    }

    @Test
    @Order(3)
    void theRepsOfBothSidesAreCounterpartsOfEachOther() {
        var reps = Samples.until("counterparts of the flagship", () -> {
            var row = manager("acme").get(alliance.path() + "/counterparts?jointAccount=" + flagship());
            var found = row.expect(200).json().findValuesAsString("rep");
            return found.size() >= 2 ? Look.seen(found) : Look.notYet(row.body());
        });
        assertThat(reps).contains(samples.rep("acme"), samples.rep("globex"));
        var mine = api().as("globex", "rep", Story.GLOBEX_REP.value()).all("/roster/me/counterparts");
        assertThat(mine)
                .anySatisfy(
                        row -> assertThat(row.at("/jointAccount").asString()).isEqualTo(flagship()));
    }

    @Test
    @Order(4)
    void theSharedBookHoldsWhatBothEntered() {
        var first = Booking.one(alliance, "acme", flagship());
        assertThat(first.json().at("/status").asString()).isEqualTo("WAITING");
        var both = Booking.one(alliance, "globex", flagship());
        assertThat(both.json().at("/status").asString()).isEqualTo("AGREED");
        var others = samples.booked(joints).stream()
                .filter(joint -> !joint.equals(flagship()))
                .toList();
        Booking.all(alliance, others);
        assertThat(manager("globex").all(alliance.in("accounts") + "/book")).hasSize(1 + others.size());
    }

    @Test
    @Order(5)
    void wonAmendedAndRefundedAreCreditedToTheCent() {
        var deal = new FlagshipDeal(alliance);
        var story = samples.world().story();
        deal.follow(story.won(), "100000.01", "60000.01", "40000.00");
        remember();
        deal.follow(story.amended(), "112345.67", "67407.40", "44938.27");
        remember();
        deal.follow(story.refunded(), "99999.99", "59999.99", "40000.00");
    }

    private void remember() {
        var report = Reports.of("acme", alliance, "2026-01");
        reports.put(report.json().at("/joint/asOf").asLong(), report.body());
    }

    @Test
    @Order(6)
    void everyDealOfBothIsCreditedAsTheModelSays() {
        try (var crm = RunningPlatform.crm()) {
            samples.world().companies().forEach(company -> crm.send(company.afterAgreement()));
        }
        var model = new DealModel(samples, joints);
        var deals = Samples.until("all deals", () -> {
            var seen = model.seen();
            return seen.equals(model.expected(seen)) ? Look.seen(seen) : Look.notYet(model.difference(seen));
        });
        assertThat(deals).hasSizeGreaterThan(3);
        Samples.until("all credit", () -> {
            var faults = model.faultsOfCredit();
            return faults.isEmpty() ? Look.seen(faults) : Look.notYet(faults);
        });
    }

    @Test
    @Order(7)
    void theReportTiesIsTheSameForBothAndIsReproducedAsOfAnEntry() {
        for (var period : Reports.PERIODS) {
            Reports.assertTies(alliance, period);
        }
        assertThat(reports).isNotEmpty();
        reports.forEach((asOf, before) -> assertThat(
                        Reports.of("acme", alliance, "2026-01&asOf=" + asOf).body())
                .isEqualTo(before));
        var checked = api().as("globex", "finance").get(alliance.in("credit") + "/journal/verification");
        assertThat(checked.expect(200).json().at("/findings")).isEmpty();
    }

    private String flagship() {
        return joints.of(Story.ACME_ACCOUNT.value(), Story.GLOBEX_ACCOUNT.value())
                .orElseThrow(() -> new AssertionError("the flagship is no joint account"));
    }
}
