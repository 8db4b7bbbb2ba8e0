package dev.tandem.accounts.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.accounts.Alliance;
import dev.tandem.accounts.Outside;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.matching.LiveMatching;
import dev.tandem.accounts.matching.Rows;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topic;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.engine.AccountRow;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.query.Criteria;

/// Where instances that share the alignment of one partnership play a story, and what has to come of it: the joint
/// accounts that the books as a whole come to.
final class SharedStage implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ALL = 10_000;

    final Outside outside;
    private final Environment environment;
    private final BindingsLifecycleController bindings;
    private final Book book;
    private final JointAccounts jointAccounts;
    private final BookStory story;

    SharedStage(ApplicationContext running, BookStory story) {
        environment = running.getEnvironment();
        bindings = running.getBean(BindingsLifecycleController.class);
        book = running.getBean(Book.class);
        jointAccounts = running.getBean(JointAccounts.class);
        outside = new Outside(brokers());
        this.story = story;
    }

    Environment environment() {
        return environment;
    }

    private String brokers() {
        return environment.getRequiredProperty("spring.kafka.bootstrap-servers");
    }

    /// All parties show one another what they have in common.
    PartnershipChanged agreed(String name) {
        var parties = IntStream.range(0, story.sides())
                .mapToObj(side -> new CompanyId(name + "-" + side))
                .toList();
        var partnership = Alliance.sharing(
                new PartnershipId(name),
                parties,
                SharingLevel.OVERLAPPING_ACCOUNTS,
                SharedField.NAME,
                SharedField.WEBSITE);
        create(parties);
        outside.platform(Topics.PARTNERSHIPS, name, partnership);
        return partnership;
    }

    private void create(List<CompanyId> companies) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers()))) {
            var topics = companies.stream()
                    .flatMap(company -> Stream.of(Topics.crmIn(company), Topics.crmOut(company)))
                    .map(topic -> new NewTopic(topic.name(), 1, (short) 1))
                    .toList();
            admin.createTopics(topics).all().get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void say(PartnershipChanged partnership, List<BookStory.Said> changes) {
        changes.forEach(
                said -> outside.crm(partnership.parties().get(said.side()).value(), said.change()));
    }

    /// The instance that runs for all tests leaves its work to others, or takes it up again.
    void binding(String what) {
        Arrays.stream(environment
                        .getRequiredProperty("spring.cloud.function.definition")
                        .split(";"))
                .filter(function -> !function.equals("blocksIn"))
                .map(function -> function + "-in-0")
                .forEach(what.equals("stop") ? bindings::stop : bindings::start);
    }

    /// Whatever was said has arrived, and the joint accounts are those that the books as a whole come to.
    void awaitSettled(PartnershipChanged partnership) {
        await(story.toString()).atMost(PATIENCE).during(Duration.ofSeconds(2)).untilAsserted(() -> {
            for (var side = 0; side < story.sides(); side++) {
                assertThat(markers(partnership.parties().get(side))).isEqualTo(story.markers(side));
            }
            assertThat(stored(partnership)).isEqualTo(whole(partnership));
        });
    }

    private Map<String, String> markers(CompanyId company) {
        var markers = new TreeMap<String, String>();
        book.page(company, Optional.empty(), ALL)
                .forEach(each -> markers.put(
                        each.state().ref().account().value(),
                        String.valueOf(each.state().texts().get("industry"))));
        return markers;
    }

    List<AccountRow> rows(CompanyId company) {
        return book.page(company, Optional.empty(), ALL).stream()
                .map(each -> Rows.of(each.state().ref().account(), each.state().texts()))
                .toList();
    }

    List<String> stored(PartnershipChanged partnership) {
        return jointAccounts.page(partnership.partnership(), new Criteria(), "", ALL).stream()
                .filter(each -> !each.state().members().isEmpty())
                .map(each -> each.state().group().toString())
                .sorted()
                .toList();
    }

    private List<String> whole(PartnershipChanged partnership) {
        var whole = LiveMatching.of(partnership.parties(), this::rows);
        return whole.groups().stream().map(Object::toString).sorted().toList();
    }

    /// The joint accounts, with parties named by their number.
    List<String> answers(PartnershipChanged partnership) {
        return stored(partnership).stream()
                .map(group -> group.replace(partnership.partnership().value() + "-", "party "))
                .toList();
    }

    /// Everything that was ever sent to the topics.
    List<String> raw(List<Topic<?>> topics) {
        return topics.stream().flatMap(topic -> outside.raw(topic).stream()).toList();
    }

    @Override
    public void close() {
        outside.close();
    }
}
