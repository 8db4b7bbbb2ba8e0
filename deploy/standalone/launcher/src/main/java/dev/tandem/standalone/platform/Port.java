package dev.tandem.standalone.platform;

import java.util.Locale;

/// What the platform listens on, always on loopback; in the order in which `--port-base` counts up.
public enum Port {
    GATEWAY(8080),
    ACCOUNTS(8081),
    ROSTER(8082),
    CREDIT(8083),
    ISSUER(8084),
    BROKER(19092),
    CONTROLLER(19093),
    STORE(27117);

    private final int standard;

    Port(int standard) {
        this.standard = standard;
    }

    int standard() {
        return standard;
    }

    /// The command line option that changes it, e.g. `gateway-port`.
    public String option() {
        return name().toLowerCase(Locale.ROOT) + "-port";
    }
}
