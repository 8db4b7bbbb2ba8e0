package dev.tandem.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebSlice
class TokenTest {
    @Autowired
    MockMvcTester http;

    @Test
    void knowsTheCompanyAndThePersonOfTheToken() {
        var answer = call(Tokens.bearerOf("kim", "acme", Role.FINANCE));

        assertThat(answer).hasStatus(200).bodyText().isEqualTo("company/acme kim");
    }

    @Test
    void knowsAnOperatorWhoBelongsToNoCompany() {
        assertThat(call(Tokens.operator())).hasStatus(200).bodyText().isEqualTo("platform operator-1");
    }

    @Test
    void headersNeverSayWhoTheCallerIs() {
        var answer = http.get()
                .uri("/whoami?company=globex")
                .header("Authorization", Tokens.bearerOf("kim", "acme", Role.FINANCE))
                .header("X-Company", "globex")
                .header("X-Forwarded-User", "eve")
                .header("X-Tandem-Company", "globex")
                .exchange();

        assertThat(answer).bodyText().isEqualTo("company/acme kim");
    }

    @Test
    void ignoresRolesOfOtherPlatforms() {
        var claims =
                valid().claim("roles", List.of("finance", "offline_access")).build();

        assertThat(call(bearer(claims))).hasStatus(200);
    }

    @Test
    void refusesARequestWithoutToken() {
        var answer = http.get().uri("/whoami").exchange();

        assertThat(answer).hasStatus(401).hasContentType("application/problem+json");
        assertThat(answer).headers().hasValue("WWW-Authenticate", "Bearer");
    }

    @Test
    void refusesAnotherAudience() {
        assertRefused(bearer(valid().audience("another").build()));
        assertRefused(bearer(valid().audience(List.of()).build()));
    }

    @Test
    void refusesAnotherIssuer() {
        assertRefused(bearer(valid().issuer("https://elsewhere.test").build()));
        assertRefused(bearer(valid().issuer(null).build()));
    }

    @Test
    void refusesAnExpiredTokenAndOneThatNeverExpires() {
        var anHourAgo = Date.from(Instant.now().minusSeconds(3_600));

        assertRefused(bearer(valid().expirationTime(anHourAgo).build()));
        assertRefused(bearer(valid().expirationTime(null).build()));
    }

    @Test
    void refusesATokenThatIsNotYetValid() {
        var inAnHour = Date.from(Instant.now().plusSeconds(3_600));

        assertRefused(bearer(valid().notBeforeTime(inAnHour).build()));
    }

    @Test
    void refusesAForeignKeyUnderOurKeyId() {
        assertRefused("Bearer " + Tokens.sign(valid().build(), Tokens.generate()));
    }

    @Test
    void refusesATokenWithoutSignature() {
        assertRefused("Bearer " + new PlainJWT(valid().build()).serialize());
    }

    @Test
    void refusesHs256SignedWithThePublicKey() throws JOSEException {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), valid().build());
        token.sign(new MACSigner(Tokens.KEY.toRSAPublicKey().getEncoded()));

        assertRefused("Bearer " + token.serialize());
    }

    @Test
    void refusesOtherRsaAlgorithms() throws JOSEException {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS512), valid().build());
        token.sign(new RSASSASigner(Tokens.KEY));

        assertRefused("Bearer " + token.serialize());
    }

    @Test
    void refusesATokenThatNamesNoCompanyOrAMalformedOne() {
        assertRefused(bearer(valid().claim("company", null).build()));
        assertRefused(bearer(valid().claim("company", "Acme Corp").build()));
        assertRefused(bearer(valid().claim("company", List.of("acme")).build()));
    }

    @Test
    void refusesAnOperatorWhoAlsoClaimsACompanyOrAnotherRole() {
        assertRefused(
                bearer(Tokens.claims(Role.OPERATOR).claim("company", "acme").build()));
        assertRefused(bearer(Tokens.claims(Role.OPERATOR, Role.FINANCE).build()));
    }

    @Test
    void refusesATokenThatNamesNoPerson() {
        assertRefused(bearer(valid().subject(null).build()));
    }

    @Test
    void everyRefusalOfATokenIsTheSame() {
        var missing = http.get().uri("/whoami").exchange();
        var expired =
                call(bearer(valid().expirationTime(Date.from(Instant.EPOCH)).build()));

        assertThat(expired).bodyText().isEqualTo(text(missing));
    }

    private MvcTestResult call(String authorization) {
        return http.get().uri("/whoami").header("Authorization", authorization).exchange();
    }

    private void assertRefused(String authorization) {
        assertThat(call(authorization)).hasStatus(401).hasContentType("application/problem+json");
    }

    private static JWTClaimsSet.Builder valid() {
        return Tokens.claims(Role.FINANCE).claim("company", "acme");
    }

    private static String bearer(JWTClaimsSet claims) {
        return "Bearer " + Tokens.sign(claims);
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
