package dev.tandem.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A number for each [Port].
///
/// @throws PlatformException from the constructor when a number is missing, outside 1 to 65535, or given twice
public record Ports(Map<Port, Integer> numbers) {
    private static final int HIGHEST = 65_535;

    public Ports {
        numbers = Map.copyOf(numbers);
        for (var port : Port.values()) {
            var number = numbers.getOrDefault(port, 0);
            if (number < 1 || number > HIGHEST) {
                throw new PlatformException("--" + port.option() + " must be 1 to 65535");
            }
        }
        if (numbers.values().stream().distinct().count() < numbers.size()) {
            throw new PlatformException("two ports have the same number: " + new EnumMap<>(numbers));
        }
    }

    public static Ports standard() {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            numbers.put(port, port.standard());
        }
        return new Ports(numbers);
    }

    /// Consecutive numbers: the gateway at `base`, the store at `base` + 7.
    public static Ports from(int base) {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            numbers.put(port, base + numbers.size());
        }
        return new Ports(numbers);
    }

    /// Numbers that nobody listens on at this moment.
    public static Ports free() {
        var held = new ArrayList<ServerSocket>();
        try {
            var numbers = new EnumMap<Port, Integer>(Port.class);
            for (var port : Port.values()) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
                numbers.put(port, held.getLast().getLocalPort());
            }
            return new Ports(numbers);
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        } finally {
            held.forEach(Ports::release);
        }
    }

    public Ports with(Port port, int number) {
        var changed = new EnumMap<>(numbers);
        changed.put(port, number);
        return new Ports(changed);
    }

    public int of(Port port) {
        return numbers.getOrDefault(port, port.standard());
    }

    /// @throws PlatformException naming the first of them that somebody listens on, and the options that change it
    void requireFree(List<Port> wanted) {
        for (var port : wanted) {
            try (var probe = new ServerSocket(of(port), 1, InetAddress.getLoopbackAddress())) {
                assert probe.isBound();
            } catch (IOException e) {
                throw new PlatformException(
                        "port %d (%s) is in use: free it, or choose another with --%s or --port-base"
                                .formatted(of(port), port.name().toLowerCase(Locale.ROOT), port.option()));
            }
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
