package dev.tandem.standalone.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import dev.tandem.standalone.platform.Port;
import dev.tandem.standalone.platform.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final URI URL = URI.create("http://127.0.0.1:" + Ports.free().of(Port.ISSUER));
    private static Issuer issuer;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        issuer = Issuer.start(TokenMint.of(URL, folder.resolve("issuer.jwk")));
    }

    @AfterAll
    static void stop() {
        issuer.close();
        HTTP.close();
    }

    @Test
    void signsWithTheKeyThatItPublishes() throws Exception {
        var discovery =
                JSONObjectUtils.parse(get("/.well-known/openid-configuration").body());
        var keys = JWKSet.load(URI.create((String) discovery.get("jwks_uri")).toURL());

        var jwt = token("company=acme&role=finance");

        var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
        assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(key.isPrivate()).isFalse();
        assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(discovery).containsEntry("issuer", URL.toString());
    }

    @Test
    void saysWhoTheCallerIsForTwelveHours() throws Exception {
        var claims = token("company=acme&role=alliance-manager&person=u123").getJWTClaimsSet();

        assertThat(claims.getIssuer()).isEqualTo(URL.toString());
        assertThat(claims.getAudience()).containsExactly("tandem");
        assertThat(claims.getSubject()).isEqualTo("u123");
        assertThat(claims.getStringClaim("company")).isEqualTo("acme");
        assertThat(claims.getStringListClaim("roles")).containsExactly("alliance-manager");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(12));
    }

    @Test
    void leavesTheCompanyOutForTheOperator() throws Exception {
        var claims = token("role=operator").getJWTClaimsSet();

        assertThat(claims.getClaim("company")).isNull();
        assertThat(claims.getSubject()).isEqualTo("operator");
    }

    @Test
    void refusesACompanyThatCannotExist() throws Exception {
        assertRefused("company=Acme%20Inc&role=finance", "company must be");
        assertRefused("company=acme-&role=finance", "company must be");
        assertRefused("role=finance", "company must be");
    }

    @Test
    void refusesAnUnknownRoleAndAnOperatorOfACompany() throws Exception {
        assertRefused("company=acme&role=god", "role must be one of alliance-manager, finance");
        assertRefused("company=acme&role=operator", "operator belongs to no company");
        assertRefused("company=acme&company=globex&role=rep", "company is given twice");
    }

    @Test
    void refusesHostsThatAreNotThisMachine() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), URL.getPort())) {
            var request = "GET /token?role=operator HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("access_token");
        }
    }

    private static void assertRefused(String query, String sentence) throws Exception {
        var answer = get("/token?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence).doesNotContain("access_token");
    }

    private static SignedJWT token(String query) throws Exception {
        var answer = JSONObjectUtils.parse(get("/token?" + query).body());
        return SignedJWT.parse((String) answer.get("access_token"));
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URL.resolve(path)).build(), BodyHandlers.ofString());
    }
}
