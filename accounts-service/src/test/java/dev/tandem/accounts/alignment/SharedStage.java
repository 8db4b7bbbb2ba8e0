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
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.crm.CrmOut.AccountAligned;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    final StageTopics topics;
    private final Environment environment;
    private final BindingsLifecycleController bindings;
    private final Book book;
    private final JointAccounts jointAccounts;
    private final SeenJointAccounts seen;
    private final BookStory story;

    SharedStage(ApplicationContext running, BookStory story) {
        environment = running.getEnvironment();
        bindings = running.getBean(BindingsLifecycleController.class);
        book = running.getBean(Book.class);
        jointAccounts = running.getBean(JointAccounts.class);
        seen = running.getBean(SeenJointAccounts.class);
        var brokers = environment.getRequiredProperty("spring.kafka.bootstrap-servers");
        outside = new Outside(brokers);
        topics = new StageTopics(brokers, outside);
        this.story = story;
    }

    Environment environment() {
        return environment;
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
        topics.create(parties);
        outside.platform(Topics.PARTNERSHIPS, name, partnership);
        return partnership;
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

    /// The work of the alignments is left undone for a while.
    void matching(String what) {
        Stream.of("matchingIn-in-0").forEach(what.equals("stop") ? bindings::stop : bindings::start);
    }

    /// Whatever was said has arrived, and the joint accounts are those that the books as a whole come to.
    void awaitSettled(PartnershipChanged partnership) {
        await(story.toString()).atMost(PATIENCE).during(Duration.ofSeconds(2)).untilAsserted(() -> {
            assertThatBooksAreThere(partnership);
            assertThat(stored(partnership)).isEqualTo(whole(partnership));
        });
    }

    /// Whatever was said has arrived.
    void assertThatBooksAreThere(PartnershipChanged partnership) {
        for (var side = 0; side < story.sides(); side++) {
            assertThat(markers(partnership.parties().get(side))).isEqualTo(story.markers(side));
        }
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

    /// The joint accounts and what all systems were told of them, with parties named by their number.
    List<String> answers(PartnershipChanged partnership) {
        var published = outside.read(Topics.ALIGNMENTS).values().stream()
                .filter(joint -> joint.partnership().equals(partnership.partnership()))
                .filter(joint -> !joint.members().isEmpty())
                .map(joint -> "published "
                        + joint.members().stream().map(Member::account).toList());
        var aligned = partnership.parties().stream()
                .flatMap(party -> outside.out(party.value()).values().stream()
                        .flatMap(told -> told instanceof AccountAligned of ? Stream.of(of) : Stream.empty())
                        .map(told -> party + " was told " + line(told)));
        return Stream.concat(stored(partnership).stream(), Stream.concat(published, aligned))
                .map(line -> line.replace(partnership.partnership().value() + "-", "party "))
                .sorted()
                .toList();
    }

    private static String line(AccountAligned told) {
        var partners = told.partners().stream()
                .map(partner -> partner.company() + " " + new TreeMap<>(partner.fields()))
                .toList();
        return told.ownAccount() + " " + partners + " " + told.because();
    }

    /// Whatever was said here, too, is known to all.
    void awaitSame(PartnershipChanged partnership, PartnershipChanged as) {
        awaitSettled(partnership);
        var expected = answers(as);
        await(story.toString())
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answers(partnership)).isEqualTo(expected));
        assertThat(expected).hasSizeGreaterThan(story.markers(0).size() / 4);
    }

    /// Reads again and again what each party sees, until it is stopped.
    Watch watching(PartnershipChanged partnership) {
        return new Watch(() -> partnership.parties().stream()
                .flatMap(reader -> seen.page(reader, partnership, false, "", ALL).stream())
                .flatMap(joint -> joint.partners().stream())
                .flatMap(partner -> partner.fields().values().stream())
                .filter(story.secrets()::contains)
                .toList());
    }

    @Override
    public void close() {
        outside.close();
    }
}
