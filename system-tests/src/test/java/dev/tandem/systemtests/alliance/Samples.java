package dev.tandem.systemtests.alliance;

import static dev.tandem.systemtests.running.RunningPlatform.api;

import dev.tandem.samples.SampleCompany;
import dev.tandem.samples.SampleWorld;
import dev.tandem.samples.Size;
import dev.tandem.samples.Story;
import dev.tandem.standalone.client.Patience;
import dev.tandem.standalone.client.Patience.Look;
import dev.tandem.systemtests.running.RunningPlatform;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The two sample companies, their people and books loaded, with an agreement in force; and a third company,
/// `stranger`, that has nothing to do with them. Made by the first test that asks.
public final class Samples {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static @Nullable Samples made;

    private final SampleWorld world = SampleWorld.generate(SampleWorld.SEED, Size.small());
    private final Alliance alliance;
    private @Nullable JointAccounts joints;

    private Samples() {
        world.companies().forEach(Alliance::register);
        Alliance.register("stranger", "CHF");
        alliance = Alliance.found(world.acme().id().value(), world.globex().id().value());
        alliance.agree(Terms.open(alliance.first(), alliance.second()));
        try (var crm = RunningPlatform.crm()) {
            world.companies().stream().map(SampleCompany::load).forEach(crm::send);
        }
    }

    public static synchronized Samples get() {
        var samples = made == null ? new Samples() : made;
        made = samples;
        return samples;
    }

    /// As they come to rest when both books are loaded, whatever happens to them later.
    public synchronized JointAccounts joints() {
        var settled = joints == null ? Settling.joints(alliance, world) : joints;
        joints = settled;
        return settled;
    }

    /// The joint accounts that go into the shared book: every second one, and the flagship.
    public List<String> booked(JointAccounts joints) {
        var flagship = joints.of(Story.ACME_ACCOUNT.value(), Story.GLOBEX_ACCOUNT.value());
        var all = List.copyOf(joints.members().keySet());
        return all.stream()
                .filter(joint -> all.indexOf(joint) % 2 == 0
                        || flagship.filter(joint::equals).isPresent())
                .toList();
    }

    public SampleWorld world() {
        return world;
    }

    public Alliance alliance() {
        return alliance;
    }

    /// The RepId of the company's rep of the story.
    public String rep(String company) {
        var user = "acme".equals(company) ? Story.ACME_REP : Story.GLOBEX_REP;
        return until(
                "the rep " + user,
                () -> api().as(company, "admin").all("/roster/reps").stream()
                        .filter(rep -> rep.at("/crmUser").asString("").equals(user.value()))
                        .min(Comparator.comparing(JsonNode::toString))
                        .map(rep -> Look.seen(rep.at("/rep").asString()))
                        .orElseGet(() -> Look.notYet("not there")));
    }

    public static <T> T until(String awaited, java.util.function.Supplier<Look<T>> look) {
        return new Patience(PATIENCE).until(awaited, look);
    }
}
