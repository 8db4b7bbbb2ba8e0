package dev.tandem.standalone.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tandem.standalone.secret.KeptSecret;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Signs tokens (JWT, RS256) with the RSA key of the data folder; works whether or not the platform runs.
///
/// Claims: `iss` the issuer's URL, `aud` `tandem`, `sub`, `roles` (array), `company` (none for the operator), `iat`,
/// `jti`, `exp` 12 hours later.
public final class TokenMint {
    static final Duration LIFETIME = Duration.ofHours(12);
    private static final int KEY_BITS = 2048;

    private final URI issuer;
    private final RSAKey key;
    private final Clock clock;

    TokenMint(URI issuer, RSAKey key, Clock clock) {
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    /// @param keyFile made, with mode 600, when it does not exist
    public static TokenMint of(URI issuer, Path keyFile) {
        var json = KeptSecret.at(keyFile, TokenMint::newKey);
        try {
            return new TokenMint(issuer, RSAKey.parse(json), Clock.systemUTC());
        } catch (ParseException e) {
            throw new IllegalStateException(keyFile + " holds no RSA key; delete it to get a new one", e);
        }
    }

    /// The compact form that goes after `Authorization: Bearer `.
    public String token(Grant grant) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var jwt = new SignedJWT(header, claims(grant));
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the issuer's key cannot sign", e);
        }
        return jwt.serialize();
    }

    Map<String, Object> publicKeySet() {
        return new JWKSet(key.toPublicJWK()).toJSONObject();
    }

    URI issuer() {
        return issuer;
    }

    private JWTClaimsSet claims(Grant grant) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer.toString())
                .audience("tandem")
                .subject(grant.subject())
                .claim("roles", List.of(grant.role().wireName()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString());
        return grant.company() == null
                ? claims.build()
                : claims.claim("company", grant.company()).build();
    }

    private static String newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK makes no RSA keys", e);
        }
    }
}
