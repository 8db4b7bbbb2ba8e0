package dev.tandem.standalone.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// Stands in for an application: ready at once, and tells at `/env` what it was given.
final class FakeApplication {
    private FakeApplication() {}

    public static void main(String[] args) throws IOException {
        var address = System.getenv("SERVER_ADDRESS");
        var server =
                HttpServer.create(new InetSocketAddress(address, Integer.parseInt(System.getenv("SERVER_PORT"))), 0);
        server.createContext("/actuator/health/readiness", exchange -> answer(exchange, "UP"));
        server.createContext("/env", exchange -> answer(exchange, environment()));
        server.start();
    }

    private static String environment() {
        return System.getenv().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("TANDEM_"))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
