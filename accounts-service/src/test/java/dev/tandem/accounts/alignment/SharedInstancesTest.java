package dev.tandem.accounts.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.accounts.Alliance;
import dev.tandem.accounts.Outside;
import dev.tandem.accounts.Running;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.matching.LiveMatching;
import dev.tandem.accounts.matching.Rows;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.kit.intake.Intake;
import dev.tandem.kit.store.Tenant;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.query.Criteria;

/// Two instances that share the alignment of one partnership come to the joint accounts that one comes to alone, though
/// one of them stops halfway.
@Running
class SharedInstancesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int BLOCKS = 4;
    private static final int ACCOUNTS = 150;
    private static final int CHANGES = 400;

    @Autowired
    private Environment environment;

    @Autowired
    private BindingsLifecycleController bindings;

    @Autowired
    private Book book;

    @Autowired
    private JointAccounts jointAccounts;

    @Autowired
    private Intake intake;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final BookStory story = new BookStory(seed, ACCOUNTS);
    private final List<List<BookStory.Said>> parts =
            List.of(story.changes(CHANGES), story.changes(CHANGES), story.changes(CHANGES));
    private Outside outside;

    @BeforeEach
    void open() {
        outside = new Outside(environment.getRequiredProperty("spring.kafka.bootstrap-servers"));
    }

    @AfterEach
    void close() {
        outside.close();
    }

    @Test
    void twoInstancesOfWhichOneStopsComeToTheJointAccountsOfOne() {
        var alone = agreed("alone");
        parts.forEach(part -> say(alone, part));
        awaitSettled(alone);

        var shared = agreed("shared");
        binding("stop");
        try (var first = Instance.sharing(BLOCKS, environment)) {
            try (var second = Instance.sharing(BLOCKS, environment)) {
                await("both have blocks").atMost(PATIENCE).until(() -> first.blocks() == 2 && second.blocks() == 2);
                say(shared, parts.get(0));
                await("both compare").atMost(PATIENCE).until(() -> first.reports() > 100 && second.reports() > 100);
                say(shared, parts.get(1));
            }
            say(shared, parts.get(2));
            awaitSettled(shared);
            assertThat(first.blocks()).isEqualTo(BLOCKS);
        } finally {
            binding("start");
        }
        assertThat(withoutCompanies(stored(shared), shared))
                .as("seed %d", seed)
                .isEqualTo(withoutCompanies(stored(alone), alone))
                .hasSizeGreaterThan(ACCOUNTS / 5);
        assertThat(intake.countWaiting(Tenant.PLATFORM)).as("seed %d", seed).isZero();
    }

    private PartnershipChanged agreed(String name) {
        var alliance = Alliance.of(name + "-one" + seed, name + "-two" + seed);
        var partnership = alliance.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME, SharedField.WEBSITE);
        create(partnership.parties());
        outside.platform(Topics.PARTNERSHIPS, alliance.id().value(), partnership);
        return partnership;
    }

    private void create(List<CompanyId> companies) {
        var brokers = environment.getRequiredProperty("spring.kafka.bootstrap-servers");
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            var topics = companies.stream()
                    .flatMap(company -> Stream.of(Topics.crmIn(company), Topics.crmOut(company)))
                    .map(topic -> new NewTopic(topic.name(), 1, (short) 1))
                    .toList();
            admin.createTopics(topics).all().get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void say(PartnershipChanged partnership, List<BookStory.Said> changes) {
        changes.forEach(
                said -> outside.crm(partnership.parties().get(said.side()).value(), said.change()));
    }

    /// The instance that runs for all tests leaves its work to others, or takes it up again.
    private void binding(String what) {
        Arrays.stream(environment
                        .getRequiredProperty("spring.cloud.function.definition")
                        .split(";"))
                .filter(function -> !function.equals("blocksIn"))
                .map(function -> function + "-in-0")
                .forEach(what.equals("stop") ? bindings::stop : bindings::start);
    }

    /// Whatever was said has arrived, and the joint accounts are those that the books as a whole come to.
    private void awaitSettled(PartnershipChanged partnership) {
        await("seed " + seed).atMost(PATIENCE).during(Duration.ofSeconds(2)).untilAsserted(() -> {
            assertThat(List.of(0, 1))
                    .allSatisfy(side ->
                            assertThat(markers(partnership.parties().get(side))).isEqualTo(story.markers(side)));
            assertThat(stored(partnership)).isEqualTo(whole(partnership));
        });
    }

    private Map<String, String> markers(CompanyId company) {
        var markers = new TreeMap<String, String>();
        book.page(company, Optional.empty(), 2 * ACCOUNTS)
                .forEach(each -> markers.put(
                        each.state().ref().account().value(),
                        String.valueOf(each.state().texts().get("industry"))));
        return markers;
    }

    private List<String> stored(PartnershipChanged partnership) {
        return jointAccounts.page(partnership.partnership(), new Criteria(), "", 2 * ACCOUNTS).stream()
                .filter(each -> !each.state().members().isEmpty())
                .map(each -> each.state().group().toString())
                .sorted()
                .toList();
    }

    private List<String> whole(PartnershipChanged partnership) {
        var whole = LiveMatching.of(
                partnership.parties(),
                party -> book.page(party, Optional.empty(), 2 * ACCOUNTS).stream()
                        .map(each -> Rows.of(
                                each.state().ref().account(), each.state().texts()))
                        .toList());
        return whole.groups().stream().map(Object::toString).sorted().toList();
    }

    private static List<String> withoutCompanies(List<String> groups, PartnershipChanged partnership) {
        return groups.stream()
                .map(group -> group.replace(partnership.parties().get(0).value(), "one")
                        .replace(partnership.parties().get(1).value(), "two"))
                .toList();
    }
}
