package dev.tandem.standalone.cli;

import dev.tandem.standalone.platform.Part;
import dev.tandem.standalone.platform.Port;
import dev.tandem.standalone.platform.Ports;
import dev.tandem.standalone.platform.Servers;
import dev.tandem.standalone.platform.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/// From options to settings.
final class Choice {
    private Choice() {}

    static Settings of(Arguments arguments) {
        var home = Settings.findHome();
        var data = arguments.value(Option.DATA).map(Path::of).orElse(home.resolve("data"));
        var settings = Settings.standard(home, data).with(ports(arguments)).with(servers(arguments));
        var patient = arguments
                .number(Option.PATIENCE)
                .map(seconds -> settings.patience(Duration.ofSeconds(seconds)))
                .orElse(settings);
        return arguments
                .value(Option.ONLY)
                .map(names -> patient.only(parts(names)))
                .orElse(patient);
    }

    /// A single port option prevails over the base.
    private static Ports ports(Arguments arguments) {
        var ports = arguments.number(Option.PORT_BASE).map(Ports::from).orElseGet(Ports::standard);
        for (var port : Port.values()) {
            var number = arguments.number(Option.valueOf(port.name() + "_PORT"));
            ports = number.isPresent() ? ports.with(port, number.get()) : ports;
        }
        return ports;
    }

    private static Servers servers(Arguments arguments) {
        return new Servers(
                arguments.value(Option.MONGODB).orElse(null),
                arguments.value(Option.KAFKA).orElse(null),
                arguments.value(Option.ISSUER).map(Choice::uri).orElse(null));
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--issuer must be a URL");
        }
    }

    private static Part[] parts(String names) {
        return Arrays.stream(names.split(","))
                .map(name -> Part.named(name.strip().toLowerCase(Locale.ROOT)))
                .toArray(Part[]::new);
    }
}
