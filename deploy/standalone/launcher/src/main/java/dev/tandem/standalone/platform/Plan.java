package dev.tandem.standalone.platform;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// How one process is run. The command is asked for at every start, as the application may have been built anew.
record Plan(Part part, int port, Supplier<List<String>> command, Map<String, String> environment) {
    Probe probe() {
        return Probe.of(part, port);
    }
}
