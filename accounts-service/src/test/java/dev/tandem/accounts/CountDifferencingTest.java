package dev.tandem.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.contracts.partnership.SharingPolicy.CustomRule;
import dev.tandem.contracts.partnership.SharingPolicy.Rule;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whoever changes single accounts and looks at the counts after each learns of none that is counted only: random
/// books and policies, read over REST, and compared with what is known of both sides. The policies that most depends on
/// are always among them.
@Running
class CountDifferencingTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Alliance ALLIANCE = Alliance.of("draco", "perseus");
    private static final String PATH = "/accounts/partnerships/draco-perseus";
    private static final int NAMES = 60;
    private static final int MOVES = 4;
    private static final int STEP = 5;
    private static final List<Population> POPULATIONS = List.of(Population.values());

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Autowired
    private MockMvc http;

    private final Map<Integer, Kind> dracos = new TreeMap<>();
    private final Map<Integer, Kind> perseus = new TreeMap<>();
    private int witnessed;

    private Outside outside;

    /// @param quiet in the population of perseus that is counted only
    private record Kind(Population population, boolean quiet) {}

    /// How many pairs there are in a cell, and how many of these perseus lets only be counted.
    private record Truth(long all, long quiet) {}

    @BeforeEach
    void open() {
        outside = new Outside(brokers);
    }

    @AfterEach
    void close() {
        outside.close();
    }

    @Test
    void noCountTellsOfAnAccountThatIsCountedOnly() throws Exception {
        var seed = System.nanoTime();
        var random = new Random(seed);
        define("draco", "own", "city = 'Kiel'");
        define("perseus", "quiet", "industry = 'Quiet'");
        fill(random);
        var policies = policies(random);
        var ways = new TreeSet<String>();
        for (int revision = 1; revision <= policies.size(); revision++) {
            var policy = policies.get(revision - 1);
            outside.platform(Topics.PARTNERSHIPS, ALLIANCE.id().value(), ALLIANCE.sharing(revision, policy));
            settle();
            var released = told("draco");
            check(policy, truth(), released, "seed " + seed);
            released.at("/cells").forEach(cell -> ways.add(cell.at("/shown").asString()));
            for (int move = 0; move < MOVES; move++) {
                move(random);
                settle();
                var now = told("draco");
                assertThat(suppressed(now)).as("seed %d", seed).isEqualTo(suppressed(released));
                assertThat(suppressed(told("perseus")).values())
                        .as("seed %d, the other side", seed)
                        .containsExactlyInAnyOrderElementsOf(suppressed(now).values());
                exact(policy, truth(), now, "seed " + seed);
            }
        }
        assertThat(ways).as("seed %d, ways to tell a count", seed).containsExactly("ABOUT", "EXACT", "FEW", "HIDDEN");
    }

    private void fill(Random random) {
        for (int i = 0; i < NAMES; i++) {
            if (random.nextInt(8) > 0) {
                put("draco", dracos, i, kind(random, false));
            }
            if (random.nextInt(8) > 0) {
                put("perseus", perseus, i, kind(random, random.nextInt(3) == 0));
            }
        }
    }

    /// One account comes, goes, or is in another population.
    private void move(Random random) {
        var number = random.nextInt(NAMES);
        if (dracos.containsKey(number) && random.nextBoolean()) {
            outside.crm("draco", Crm.deleted("account", "a" + number));
            dracos.remove(number);
        } else {
            put("draco", dracos, number, kind(random, false));
        }
    }

    private static Kind kind(Random random, boolean quiet) {
        var population =
                random.nextBoolean() ? Population.CUSTOMERS : POPULATIONS.get(random.nextInt(POPULATIONS.size()));
        return new Kind(population, quiet);
    }

    private void put(String company, Map<Integer, Kind> book, int number, Kind kind) {
        var stage = kind.population() == Population.OPEN_OPPORTUNITIES ? "Proposal" : "Lost";
        outside.crm(company, Crm.opportunity("o" + number, "accountId", "a" + number, "stage", stage));
        outside.crm(
                company,
                Crm.account(
                        "a" + number,
                        "name",
                        name(number),
                        "city",
                        number % 2 == 0 ? "Kiel" : "Ulm",
                        "industry",
                        kind.quiet() ? "Quiet" : "Loud",
                        "type",
                        kind.population() == Population.CUSTOMERS ? "Customer" : "Prospect"));
        book.put(number, kind);
    }

    private static String name(int number) {
        var random = new Random(number * 104_729L);
        var word = new StringBuilder("Haus ");
        for (int i = 0; i < 9; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    /// Each side lets customers be counted only where the other shows them, once; all is shown but the quiet ones,
    /// once.
    private static List<SharingPolicy> policies(Random random) {
        var counted = SharingLevel.COUNTS_ONLY;
        var shown = SharingLevel.OVERLAPPING_ACCOUNTS;
        return List.of(
                policy(Map.of(ALLIANCE.one(), counted, ALLIANCE.other(), shown), shown, false),
                policy(Map.of(ALLIANCE.one(), shown, ALLIANCE.other(), shown), shown, true),
                policy(Map.of(ALLIANCE.one(), shown, ALLIANCE.other(), counted), SharingLevel.HIDDEN, true),
                policy(
                        Map.of(ALLIANCE.one(), level(random), ALLIANCE.other(), level(random)),
                        level(random),
                        random.nextBoolean()));
    }

    private static SharingLevel level(Random random) {
        return List.of(SharingLevel.HIDDEN, SharingLevel.COUNTS_ONLY, SharingLevel.OVERLAPPING_ACCOUNTS)
                .get(random.nextInt(3));
    }

    /// Prospects are shown, so that what came last can be awaited.
    private static SharingPolicy policy(
            Map<CompanyId, SharingLevel> customers, SharingLevel opportunities, boolean withQuiet) {
        var rules = customers.keySet().stream()
                .sorted()
                .flatMap(party -> Stream.of(
                        rule(party, Population.CUSTOMERS, Objects.requireNonNull(customers.get(party))),
                        rule(party, Population.OPEN_OPPORTUNITIES, opportunities),
                        rule(party, Population.PROSPECTS, SharingLevel.OVERLAPPING_ACCOUNTS)))
                .toList();
        var quiet = new CustomRule(ALLIANCE.other(), new PopulationName("quiet"), SharingLevel.COUNTS_ONLY, Set.of());
        return new SharingPolicy(rules, withQuiet ? List.of(quiet) : List.of());
    }

    private static Rule rule(CompanyId party, Population population, SharingLevel level) {
        return new Rule(party, population, level, Set.of(SharedField.NAME, SharedField.CITY));
    }

    private Map<String, Truth> truth() {
        var cells = new TreeMap<String, Truth>();
        for (var own : Population.values()) {
            for (var theirs : Population.values()) {
                cells.put(own + " " + theirs, new Truth(0, 0));
            }
        }
        dracos.forEach((number, own) -> {
            var theirs = perseus.get(number);
            if (theirs != null) {
                cells.computeIfPresent(
                        own.population() + " " + theirs.population(),
                        (_, was) -> new Truth(was.all() + 1, was.quiet() + (theirs.quiet() ? 1 : 0)));
            }
        });
        // The witness, a prospect of both.
        cells.computeIfPresent(
                Population.PROSPECTS + " " + Population.PROSPECTS, (_, was) -> new Truth(was.all() + 1, was.quiet()));
        return cells;
    }

    /// What is told when it is told first.
    private static void check(SharingPolicy policy, Map<String, Truth> truth, JsonNode matrix, String seed) {
        exact(policy, truth, matrix, seed);
        for (var cell : matrix.at("/cells")) {
            var known = Objects.requireNonNull(truth.get(place(cell)));
            var quiet = !policy.customRules().isEmpty();
            switch (cell.at("/shown").asString()) {
                case "EXACT" -> {
                    if (cell.has("further")) {
                        about(cell.at("/further"), known.quiet(), seed);
                    }
                    assertThat(cell.has("further")).as(seed).isEqualTo(quiet);
                }
                case "HIDDEN" -> assertThat(cell.has("count")).as(seed).isFalse();
                default -> about(cell, known.all(), seed);
            }
        }
    }

    private static void about(JsonNode told, long truth, String seed) {
        if (told.at("/shown").asString().equals("FEW")) {
            assertThat(told.has("count")).as(seed).isFalse();
            assertThat(truth).as(seed).isLessThan(STEP);
        } else {
            var count = told.at("/count").asLong();
            assertThat(told.at("/shown").asString()).as(seed).isEqualTo("ABOUT");
            assertThat(count % STEP).as(seed).isZero();
            assertThat(count).as(seed).isPositive();
            assertThat(Math.abs(count - truth)).as(seed).isLessThan(STEP);
        }
    }

    /// What is counted exactly is what both read row by row, and nothing else comes into any sum.
    private static void exact(SharingPolicy policy, Map<String, Truth> truth, JsonNode matrix, String seed) {
        long pairs = 0;
        long hidden = 0;
        for (var cell : matrix.at("/cells")) {
            var known = Objects.requireNonNull(truth.get(place(cell)));
            if (cell.at("/shown").asString().equals("EXACT")) {
                var rows = policy.customRules().isEmpty() ? known.all() : known.all() - known.quiet();
                assertThat(cell.at("/count").asLong()).as("%s %s", seed, cell).isEqualTo(rows);
                pairs += rows;
            } else if (cell.at("/shown").asString().equals("ABOUT") && showsRows(policy, cell)) {
                hidden += cell.at("/count").asLong();
            }
        }
        assertThat(matrix.at("/partners/0/pairs").asLong()).as(seed).isEqualTo(pairs);
        assertThat(matrix.at("/partners/0/hiddenFromYou").asLong(0)).as(seed).isEqualTo(hidden);
        long custom = 0;
        for (var cell : matrix.at("/custom")) {
            custom += cell.at("/count").asLong();
        }
        assertThat(custom).as(seed).isLessThanOrEqualTo(pairs);
    }

    private static boolean showsRows(SharingPolicy policy, JsonNode cell) {
        return policy.levelOf(
                        new CompanyId("draco"),
                        Population.valueOf(cell.at("/ownPopulation").asString()))
                .showsOverlappingRows();
    }

    /// What is told of accounts that are counted only, by cell, as draco calls it.
    private static Map<String, String> suppressed(JsonNode matrix) {
        var told = new TreeMap<String, String>();
        for (var cell : matrix.at("/cells")) {
            var exact = cell.at("/shown").asString().equals("EXACT");
            var only = exact ? cell.at("/further") : cell;
            told.put(
                    place(cell),
                    only.at("/shown").asString("") + " " + only.at("/count").asLong(0));
        }
        return told;
    }

    private static String place(JsonNode cell) {
        return cell.at("/ownPopulation").asString() + " "
                + cell.at("/partnerPopulation").asString();
    }

    private JsonNode told(String company) throws Exception {
        return JSON.readTree(read(company, "/overlap/matrix"));
    }

    /// All that both said so far has been worked through.
    private void settle() {
        for (int twice = 0; twice < 2; twice++) {
            var city = "Ort " + ++witnessed;
            var companies = List.of("draco", "perseus");
            companies.forEach(
                    company -> outside.crm(company, Crm.account("Z", "name", "Zeugenstand West", "city", city)));
            companies.forEach(company ->
                    await().atMost(ofSeconds(40)).until(() -> cities(company).contains(city)));
        }
    }

    private List<String> cities(String reader) throws Exception {
        var cities = new ArrayList<String>();
        for (var row : JSON.readTree(read(reader, "/overlap?limit=200")).at("/items")) {
            cities.add(row.at("/partners/0/fields/city").asString(""));
        }
        return cities;
    }

    private void define(String company, String population, String rule) throws Exception {
        http.perform(as(company, post("/accounts/populations"))
                .header("Idempotency-Key", population)
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"population": "%s", "title": "", "rule": "%s"}""".formatted(population, rule)));
    }

    private String read(String company, String place) throws Exception {
        return http.perform(as(company, get(PATH + place)))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }

    private static MockHttpServletRequestBuilder as(String company, MockHttpServletRequestBuilder request) {
        return request.header("Authorization", Tokens.bearer(company, Role.ALLIANCE_MANAGER));
    }
}
