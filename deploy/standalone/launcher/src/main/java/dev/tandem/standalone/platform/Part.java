package dev.tandem.standalone.platform;

import java.util.Arrays;
import java.util.stream.Collectors;

/// A process of the platform.
public enum Part {
    STORE("store", Port.STORE, Stage.INFRASTRUCTURE),
    BROKER("broker", Port.BROKER, Stage.INFRASTRUCTURE),
    ACCOUNTS("accounts-service", Port.ACCOUNTS, Stage.SERVICE),
    ROSTER("roster-service", Port.ROSTER, Stage.SERVICE),
    CREDIT("credit-service", Port.CREDIT, Stage.SERVICE),
    GATEWAY("gateway", Port.GATEWAY, Stage.EDGE);

    /// Stages stop in reverse; the parts of one stage stop together.
    enum Stage {
        INFRASTRUCTURE,
        SERVICE,
        EDGE
    }

    private final String processName;
    private final Port port;
    private final Stage stage;

    Part(String processName, Port port, Stage stage) {
        this.processName = processName;
        this.port = port;
        this.stage = stage;
    }

    /// As in log and pid files; for an application also the name of its module.
    public String processName() {
        return processName;
    }

    public Port port() {
        return port;
    }

    Stage stage() {
        return stage;
    }

    /// @throws PlatformException listing the names when there is no such process
    public static Part named(String processName) {
        return Arrays.stream(values())
                .filter(part -> part.processName.equals(processName))
                .findFirst()
                .orElseThrow(() -> new PlatformException("no process is called '" + processName + "', only "
                        + Arrays.stream(values()).map(Part::processName).collect(Collectors.joining(", "))));
    }
}
