package dev.tandem.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.alignment.JointAccountChanged.Book;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.partnership.Population;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The lifecycles beside the partnership's own, over HTTP: in every state every party tries every action. What the
/// table allows is done; the rest is answered 409 with a code and with just what the table allows.
@NullMarked
class IllegalTransitionsTest extends AgreedPair {
    private static final String ONE = "castor";
    private static final String OTHER = "pollux";
    private static final String WHY = "\"reason\": {\"code\": \"OK\", \"sentence\": \"As we said.\"}";
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [], "noticeDays": 30}
            """;

    private String resource = "";
    private String ann = "";
    private String bob = "";
    private YearMonth period = YearMonth.of(2020, 1);

    /// @param create makes a new one by the first company, and gives what `url` and `body` name it by
    /// @param url of an action, and `body` what is sent with it
    private record Machine(
            Supplier<String> create,
            List<String> actions,
            BiFunction<String, String, String> url,
            BiFunction<String, String, String> body) {}

    /// @param way who does what to reach it, as in `pollux approval`
    /// @param one what the first company can do in it, and `other` the second
    private record State(String name, List<String> way, List<String> one, List<String> other) {}

    @Test
    void whatTheTablesDoNotAllowIsRefusedNamingWhatTheyAllow() throws Exception {
        resource = agreed(ONE, OTHER, TERMS);
        ann = rep(ONE, "C1", "Ann Ash");
        bob = rep(OTHER, "P1", "Bob Birch");
        aligned();

        decision();
        activity();
        teamGoal();
        award();
        playbookEntry();
        engagement();
        roster();
        pairing();
        nothingIsMovedWhileItIsSuspended();
    }

    private void decision() {
        var decisions = new Machine(
                () -> made("/decisions", """
                        {"subject": "Fair", "proposal": "A stand.", "deadline": "%s", "escalationDays": 5,
                         "byDefault": "REJECTED", %s}
                        """.formatted(Instant.now().plus(Duration.ofDays(3)), WHY), "$.decision"),
                List.of("approval", "rejection", "withdrawal"),
                (id, action) -> resource + "/decisions/" + id + "/" + action,
                (id, action) -> "{" + WHY + "}");
        check(decisions, state("OPEN", "withdrawal", "approval rejection"));
        check(decisions, state("APPROVED", "", "", OTHER + " approval"));
        check(decisions, state("REJECTED", "", "", OTHER + " rejection"));
        check(decisions, state("WITHDRAWN", "", "", ONE + " withdrawal"));
    }

    private void activity() {
        var activities = new Machine(
                () -> made(
                        "/activities",
                        """
                        {"kind": "MEETING", "start": "%s", "minutes": 30, "attended": [{"rep": "%s", "act": "ATTENDED"}],
                         "invited": ["%s"], "evidence": ["calendar:1"], %s}
                        """.formatted(Instant.now().minus(Duration.ofHours(9)), ann, OTHER, WHY),
                        "$.activity"),
                List.of("confirmation", "contest", "acknowledgement", "withdrawal"),
                (id, action) -> resource + "/activities/" + id + "/" + action,
                (id, action) -> "{" + (action.equals("confirmation") ? "\"attended\": [], " : "") + WHY + "}");
        check(activities, state("REPORTED", "withdrawal", "confirmation contest"));
        check(activities, state("CONFIRMED", "withdrawal", "contest", OTHER + " confirmation"));
        check(activities, state("CONTESTED", "withdrawal", "confirmation", OTHER + " contest"));
        check(activities, state("WITHDRAWN", "", "", ONE + " withdrawal"));
    }

    private void teamGoal() {
        var goals = new Machine(
                () -> made("/team-goals", """
                        {"title": "North", "from": "2026-01", "through": "2026-03", "measures": [
                           {"id": "met", "what": "ACTIVITIES", "target": 2},
                           {"id": "won", "what": "DEALS_WON", "target": 1}], %s}
                        """.formatted(WHY), "$.goal"),
                List.of("agreement", "ending"),
                (id, action) -> resource + "/team-goals/" + id + "/" + action,
                (id, action) -> "{" + WHY + "}");
        check(goals, state("PROPOSED", "ending", "agreement ending"));
        check(goals, state("AGREED", "ending", "ending", OTHER + " agreement"));
        check(goals, state("ENDED", "", "", OTHER + " ending"));
    }

    private void award() {
        var awards = new Machine(
                () -> {
                    period = period.plusMonths(1);
                    assertThat(post(manager(ONE), resource + "/award-proposals", proposal(period.toString())))
                            .hasStatus(201);
                    return period.toString();
                },
                List.of("confirmation", "withdrawal"),
                (id, action) -> resource + "/award-" + action + "s",
                (id, action) -> "{\"period\": \"%s\", %s}".formatted(id, WHY));
        check(awards, state("PROPOSED", "withdrawal", "confirmation withdrawal"));
        check(awards, state("PUBLISHED", "withdrawal", "withdrawal", OTHER + " confirmation"));
        check(awards, state("WITHDRAWN", "", "", OTHER + " withdrawal"));
        var taken = awards.create().get();
        refused(OTHER, resource + "/award-proposals", proposal(taken), List.of("confirmation", "withdrawal"));
    }

    private String proposal(String month) {
        return """
                {"period": "%s", "title": "Team", "teams": [{"name": "North", "members": [
                   {"company": "%s", "rep": "%s"}, {"company": "%s", "rep": "%s"}]}], "evidence": ["goal"], %s}
                """.formatted(month, ONE, ann, OTHER, bob, WHY);
    }

    private void playbookEntry() {
        var entries = new Machine(
                () -> made("/playbook", "{" + entry() + WHY + "}", "$.id"),
                List.of("revision", "withdrawal"),
                (id, action) -> resource + "/playbook/" + id + "/" + action,
                (id, action) -> "{" + (action.equals("revision") ? entry() : "") + WHY + "}");
        check(entries, state("STANDING", "revision withdrawal", ""));
        var id = entries.create().get();
        did(entries, id, ONE + " withdrawal");
        entries.actions()
                .forEach(action -> refused(
                        ONE, entries.url().apply(id, action), entries.body().apply(id, action), List.of()));
    }

    private static String entry() {
        return """
                "entry": {"kind": "ANSWER", "title": "Who?", "text": "Both.", "audience": "EVERYBODY",
                  "reviewBy": "%s"},
                """.formatted(LocalDate.now(ZoneOffset.UTC).plusDays(30));
    }

    private void engagement() {
        var stages = List.of("EXPLORING", "QUALIFIED", "PROPOSED", "NEGOTIATING", "WON", "LOST");
        var engagements = new Machine(
                () -> made("/engagements", """
                        {"jointAccount": "j-castor", "stage": "EXPLORING", %s}
                        """.formatted(WHY), "$.engagement"),
                stages,
                (id, stage) -> resource + "/engagements/" + id + "/stage",
                (id, stage) -> "{\"stage\": \"%s\", %s}".formatted(stage, WHY));
        for (var stage : stages) {
            var others = stages.stream().filter(next -> !next.equals(stage)).toList();
            var closed = stage.equals("WON") || stage.equals("LOST");
            var way = stage.equals("EXPLORING") ? List.<String>of() : List.of(ONE + " " + stage);
            check(engagements, new State(stage, way, closed ? List.of() : others, stages));
        }
    }

    private void roster() {
        var why = "{" + WHY + "}";
        var offer = "{\"fields\": [\"NAME\"], " + WHY + "}";
        refused(ONE, resource + "/roster-withdrawal", why, List.of("roster-offers"));
        assertThat(post(manager(ONE), resource + "/roster-offers", offer)).hasStatus(201);
        refused(OTHER, resource + "/roster-answers", answer(2), List.of("roster-answers"));
        assertThat(post(manager(OTHER), resource + "/roster-answers", answer(1)))
                .hasStatusOk();
        assertThat(post(manager(ONE), resource + "/roster-withdrawal", why)).hasStatusOk();
        refused(ONE, resource + "/roster-withdrawal", why, List.of("roster-offers"));
    }

    private static String answer(int version) {
        return "{\"company\": \"%s\", \"version\": %d, \"verdict\": \"ACCEPTED\", %s}".formatted(ONE, version, WHY);
    }

    private void pairing() {
        var confirmations = resource + "/pairing-confirmations";
        refused(ONE, confirmations, "{\"number\": 1}", List.of("pairing-proposals"));
        assertThat(post(manager(ONE), resource + "/pairing-proposals", "{" + WHY + "}"))
                .hasStatus(201);
        refused(OTHER, confirmations, "{\"number\": 7}", List.of("pairing-confirmations", "pairing-proposals"));
        for (var company : List.of(ONE, OTHER)) {
            assertThat(post(manager(company), confirmations, "{\"number\": 1}")).hasStatusOk();
        }
        refused(OTHER, confirmations, "{\"number\": 1}", List.of("pairing-proposals"));
    }

    private void nothingIsMovedWhileItIsSuspended() {
        assertThat(postCurrent(manager(ONE), resource, "/suspension", "{" + WHY + "}"))
                .hasStatusOk();
        for (var path : List.of("/pairing-proposals", "/roster-offers", "/award-proposals", "/team-goals")) {
            refused(ONE, resource + path, "{" + WHY + "}", List.of("resumption", "notice", "cancellation"));
            refused(OTHER, resource + path, "{" + WHY + "}", List.of("suspension", "notice", "cancellation"));
        }
    }

    private void check(Machine machine, State state) {
        for (var company : List.of(ONE, OTHER)) {
            var allowed = company.equals(ONE) ? state.one() : state.other();
            for (var action : machine.actions()) {
                var id = machine.create().get();
                state.way().forEach(step -> did(machine, id, step));
                var url = machine.url().apply(id, action);
                var body = machine.body().apply(id, action);
                if (allowed.contains(action)) {
                    assertThat(post(manager(company), url, body))
                            .as("%s of %s by %s", action, state.name(), company)
                            .hasStatusOk();
                } else {
                    refused(company, url, body, allowed);
                }
            }
        }
    }

    private void did(Machine machine, String id, String step) {
        var words = step.split(" ", 2);
        assertThat(post(
                        manager(words[0]),
                        machine.url().apply(id, words[1]),
                        machine.body().apply(id, words[1])))
                .as(step)
                .hasStatusOk();
    }

    private void refused(String company, String url, String body, List<String> allowed) {
        var answer = post(manager(company), url, body);
        assertThat(answer).as("%s by %s: %s", url, company, body).hasStatus(409);
        assertThat(answer).bodyJson().extractingPath("$.code").asString().isNotBlank();
        assertThat(answer)
                .as("%s by %s", url, company)
                .bodyJson()
                .extractingPath("$.allowed")
                .asArray()
                .containsExactlyInAnyOrderElementsOf(List.<Object>copyOf(allowed));
    }

    private static State state(String name, String one, String other, String... way) {
        return new State(name, Arrays.asList(way), words(one), words(other));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private String made(String path, String body, String id) {
        return text(post(manager(ONE), resource + path, body), id);
    }

    private static String text(MvcTestResult answer, String path) {
        assertThat(answer).hasStatus(201);
        try {
            return JsonPath.read(answer.getResponse().getContentAsString(), path);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void aligned() {
        var members = List.of(member(ONE, ann), member(OTHER, bob));
        var joint = new JointAccountId("j-castor");
        var partnership = new PartnershipId(resource.substring(resource.lastIndexOf('/') + 1));
        write(
                Topics.ALIGNMENTS,
                joint.value(),
                1,
                new JointAccountChanged(joint, partnership, members, Book.NOT_IN_BOOK));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get(manager(ONE), resource + "/counterparts"))
                        .bodyText()
                        .contains("j-castor"));
    }

    private static Member member(String company, String rep) {
        var account = new AccountRef(new CompanyId(company), new CrmId("A"));
        return new Member(account, 1, new RepId(rep), Population.CUSTOMERS);
    }
}
