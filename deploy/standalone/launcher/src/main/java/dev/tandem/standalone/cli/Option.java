package dev.tandem.standalone.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What may stand on the command line; every option with a value may also come from the environment.
enum Option {
    DATA("folder", "data folder, ./data by default"),
    PORT_BASE("port", "eight consecutive ports: gateway, accounts, roster, credit, issuer, broker, controller, store"),
    GATEWAY_PORT("port", "8080 by default"),
    ACCOUNTS_PORT("port", "8081"),
    ROSTER_PORT("port", "8082"),
    CREDIT_PORT("port", "8083"),
    ISSUER_PORT("port", "8084"),
    BROKER_PORT("port", "19092"),
    CONTROLLER_PORT("port", "19093, the broker's own"),
    STORE_PORT("port", "27117"),
    MONGODB("uri", "MongoDB of your own instead of the store, without a database"),
    KAFKA("brokers", "Kafka of your own instead of the broker: host:port[,host:port]"),
    ISSUER("url", "OIDC provider of your own instead of the demo issuer"),
    ONLY("names", "start these processes only, comma separated, e.g. store,broker"),
    PATIENCE("seconds", "how long a process may take to become healthy, 180 by default"),
    DETACH("", "up: return when everything is healthy, and leave it running"),
    ONCE("", "demo: play the story, stop everything, exit"),
    YES("", "reset: do not ask");

    private final String value;
    private final String meaning;

    Option(String value, String meaning) {
        this.value = value;
        this.meaning = meaning;
    }

    boolean isFlag() {
        return value.isEmpty();
    }

    String option() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The three servers' names are those that the applications read themselves.
    String variable() {
        return switch (this) {
            case MONGODB -> "TANDEM_MONGODB_URI";
            case KAFKA -> "TANDEM_KAFKA_BROKERS";
            case ISSUER -> "TANDEM_ISSUER_URL";
            default -> "TANDEM_" + name();
        };
    }

    String help() {
        return "  %-28s %s".formatted(option() + (isFlag() ? "" : " <" + value + ">"), meaning);
    }

    static Optional<Option> named(String option) {
        return Arrays.stream(values()).filter(o -> o.option().equals(option)).findFirst();
    }
}
