package dev.tandem.standalone.platform;

import dev.tandem.standalone.broker.Broker;
import dev.tandem.standalone.secret.KeptSecret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// From settings to the plan of each process.
final class Plans {
    private static final String STORE_MAIN = "dev.tandem.store.EmbeddedStore";
    private static final List<String> BROKER_FLAGS = List.of(
            "-Xmx192m",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS");

    private static final String C1_ALONE = "-XX:TieredStopAtLevel=1";

    private static final String USUAL_HEAP = "-Xmx128m";

    /// Two books of 100,000 accounts, aligned in memory. It begins small.
    private static final List<String> HEAP_FOR_BOOKS =
            List.of("-Xms160m", "-XX:NewSize=64m", "-XX:MaxNewSize=256m", "-Xmx768m");

    private final Settings settings;
    private final DataFolder data;

    Plans(Settings settings, DataFolder data) {
        this.settings = settings;
        this.data = data;
    }

    Plan of(Part part) {
        var port = settings.ports().of(part.port());
        return switch (part) {
            case STORE -> new Plan(part, port, () -> store(port), Map.of());
            case BROKER -> new Plan(part, port, () -> broker(port), Map.of());
            case ACCOUNTS, ROSTER, CREDIT -> new Plan(part, port, () -> application(part), contract(port));
            case GATEWAY -> new Plan(part, port, () -> application(part), gatewayContract(port));
        };
    }

    /// Silent, as its library logs whole documents, which are some company's.
    private List<String> store(int port) {
        var flags = List.of("-Xmx256m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=off");
        return JavaCommand.own(
                "store", flags, STORE_MAIN, "--host=127.0.0.1", "--port=" + port, "--data=" + data.of(Part.STORE));
    }

    private List<String> broker(int port) {
        var controller = settings.ports().of(Port.CONTROLLER);
        return JavaCommand.own("broker", BROKER_FLAGS, Broker.class.getName(), data.of(Part.BROKER), port, controller);
    }

    private List<String> application(Part part) {
        var flags = new ArrayList<>(flags(part));
        flags.addAll(extraFlags());
        return JavaCommand.application(flags, jar(part));
    }

    /// How the class archive of an application is made; empty when there is one. Without the extra flags, which may
    /// claim a port or a file that the application itself has; and by C1, as C2 would compile at each start what a
    /// start was once seen to run often.
    Optional<ArchivingJob> archiving(Part part) {
        return JavaCommand.archiving(List.of(C1_ALONE), jar(part), of(part).environment());
    }

    /// Where each event passes, C2 makes the code half as quick again. The others have too little to do for its work.
    private static List<String> flags(Part part) {
        return switch (part) {
            case ACCOUNTS -> HEAP_FOR_BOOKS;
            case ROSTER -> List.of(USUAL_HEAP);
            case CREDIT, GATEWAY -> List.of(C1_ALONE, USUAL_HEAP);
            case STORE, BROKER -> throw new IllegalArgumentException(part + " is no application");
        };
    }

    private ApplicationJar jar(Part part) {
        return ApplicationJar.of(settings.home().resolve(part.processName()));
    }

    private static List<String> extraFlags() {
        var given = Objects.requireNonNullElse(System.getenv("TANDEM_JAVA_OPTS"), "");
        return Arrays.stream(given.split(" ")).filter(flag -> !flag.isBlank()).toList();
    }

    /// What every application reads from its environment.
    private Map<String, String> contract(int port) {
        return Map.of(
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", String.valueOf(port),
                "TANDEM_MONGODB_URI", settings.mongodb(),
                "TANDEM_KAFKA_BROKERS", settings.brokers(),
                "TANDEM_ISSUER_URL", settings.issuer().toString(),
                "TANDEM_CURSOR_KEY", KeptSecret.at(data.cursorKey(), KeptSecret::random),
                "TANDEM_MARK_KEY", KeptSecret.at(data.markKey(), KeptSecret::random));
    }

    private Map<String, String> gatewayContract(int port) {
        var contract = new HashMap<>(contract(port));
        contract.put("TANDEM_ACCOUNTS_URL", settings.url(Port.ACCOUNTS).toString());
        contract.put("TANDEM_ROSTER_URL", settings.url(Port.ROSTER).toString());
        contract.put("TANDEM_CREDIT_URL", settings.url(Port.CREDIT).toString());
        return contract;
    }
}
