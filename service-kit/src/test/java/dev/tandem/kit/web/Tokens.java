package dev.tandem.kit.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

/// Signs tokens with a key made for this run, and no network. Use it with `@WithTokens`:
/// `get("/x").header("Authorization", Tokens.bearer("acme", Role.FINANCE))`.
public final class Tokens {
    static final URI ISSUER = URI.create("https://issuer.test/realms/tandem");
    static final RSAKey KEY = generate();

    private Tokens() {}

    /// The value of `Authorization` for a person of a company.
    public static String bearer(String company, Role... roles) {
        return bearerOf("pat@" + company, company, roles);
    }

    public static String bearerOf(String person, String company, Role... roles) {
        var claims = claims(roles).subject(person).claim("company", company).build();
        return "Bearer " + sign(claims);
    }

    public static String operator() {
        return "Bearer " + sign(claims(Role.OPERATOR).subject("operator-1").build());
    }

    static JWTClaimsSet.Builder claims(Role... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER.toString())
                .audience(TokenRules.AUDIENCE)
                .subject("pat")
                .claim("roles", names(roles))
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private static List<String> names(Role... roles) {
        return Arrays.stream(roles).map(Role::claim).toList();
    }

    static String sign(JWTClaimsSet claims) {
        return sign(claims, KEY);
    }

    static String sign(JWTClaimsSet claims, RSAKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException unsignable) {
            throw new IllegalStateException(unsignable);
        }
    }

    static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException noKey) {
            throw new IllegalStateException(noKey);
        }
    }
}
