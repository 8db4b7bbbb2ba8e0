package dev.tandem.kit.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

/// When a token is believed: our issuer, our audience, RS256, not expired. Each service checks for itself, so that
/// nothing depends on the gateway.
final class TokenRules {
    static final String AUDIENCE = "tandem";
    static final SignatureAlgorithm ALGORITHM = SignatureAlgorithm.RS256;
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private TokenRules() {}

    /// Asks the issuer for its keys on the first token and not at start-up: the service starts while the issuer is
    /// down.
    static JwtDecoder decoder(URI issuer, Duration timeout) {
        return new SupplierJwtDecoder(() -> {
            var decoder = NimbusJwtDecoder.withIssuerLocation(issuer.toString())
                    .jwsAlgorithm(ALGORITHM)
                    .validateType(false)
                    .restOperations(new RestTemplate(requests(timeout)))
                    .build();
            decoder.setJwtValidator(validator(issuer));
            return decoder;
        });
    }

    /// Without a timeout a hanging issuer would hold every request.
    private static SimpleClientHttpRequestFactory requests(Duration timeout) {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(timeout);
        requests.setReadTimeout(timeout);
        return requests;
    }

    static OAuth2TokenValidator<Jwt> validator(URI issuer) {
        var times = new JwtTimestampValidator(CLOCK_SKEW);
        times.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                times,
                types(),
                new JwtIssuerValidator(issuer.toString()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(AUDIENCE)));
    }

    /// `at+jwt` is what RFC 9068 names an access token; an id token of the same issuer is refused by its audience.
    private static JwtTypeValidator types() {
        var types = new JwtTypeValidator("JWT", "at+jwt");
        types.setAllowEmpty(true);
        return types;
    }
}
