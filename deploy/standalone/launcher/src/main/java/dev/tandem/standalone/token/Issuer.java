package dev.tandem.standalone.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// The OIDC endpoints that the applications and a demo need: discovery, public keys, and tokens for the asking.
///
/// Whoever reaches it gets any token, so it binds loopback only, and answers requests that name a loopback host only
/// (a web page whose name was rebound to 127.0.0.1 is refused).
public final class Issuer implements AutoCloseable {
    private static final Pattern LOOPBACK_HOST = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");

    private final TokenMint mint;
    private final HttpServer server;

    private Issuer(TokenMint mint, HttpServer server) {
        this.mint = mint;
        this.server = server;
    }

    /// @throws IOException when the port of the mint's URL is taken
    public static Issuer start(TokenMint mint) throws IOException {
        var address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), mint.issuer().getPort());
        var issuer = new Issuer(mint, HttpServer.create(address, 0));
        issuer.server.createContext("/", issuer::answer);
        issuer.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        issuer.server.start();
        return issuer;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answerTo(exchange);
            var body = JSONObjectUtils.toJSONString(answer.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Cache-Control", "no-store");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answerTo(HttpExchange exchange) {
        var host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !LOOPBACK_HOST.matcher(host).matches()) {
            return Answer.error(403, "this issuer serves the local machine only");
        }
        return switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" -> new Answer(200, discovery());
            case "/jwks" -> new Answer(200, mint.publicKeySet());
            case "/token" -> token(exchange.getRequestURI().getRawQuery());
            default -> Answer.error(404, "only /.well-known/openid-configuration, /jwks and /token are here");
        };
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", mint.issuer().toString(),
                "jwks_uri", mint.issuer() + "/jwks",
                "token_endpoint", mint.issuer() + "/token",
                "response_types_supported", List.of("token"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private Answer token(String rawQuery) {
        try {
            var query = parse(rawQuery == null ? "" : rawQuery);
            var grant = Grant.of(query.get("company"), query.getOrDefault("role", ""), query.get("person"));
            return new Answer(
                    200,
                    Map.of(
                            "access_token", mint.token(grant),
                            "token_type", "Bearer",
                            "expires_in", TokenMint.LIFETIME.toSeconds()));
        } catch (IllegalArgumentException refused) {
            return Answer.error(400, String.valueOf(refused.getMessage()));
        }
    }

    private static Map<String, String> parse(String rawQuery) {
        var query = new HashMap<String, String>();
        for (var pair : rawQuery.split("&", -1)) {
            var parts = pair.split("=", 2);
            var value = URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8);
            if (query.put(parts[0], value) != null) {
                throw new IllegalArgumentException(parts[0] + " is given twice");
            }
        }
        return query;
    }

    private record Answer(int status, Map<String, Object> body) {
        static Answer error(int status, String sentence) {
            return new Answer(status, Map.of("error", "invalid_request", "error_description", sentence));
        }
    }
}
