package dev.tandem.kit.web;

import com.nimbusds.jose.JOSEException;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// Believes the tokens of `Tokens` by the same rules as in production; only the key comes from elsewhere.
@TestConfiguration(proxyBeanMethods = false)
public class TokensConfiguration {
    @Bean
    JwtDecoder testTokens() throws JOSEException {
        var decoder = NimbusJwtDecoder.withPublicKey(Tokens.KEY.toRSAPublicKey())
                .signatureAlgorithm(TokenRules.ALGORITHM)
                .validateType(false)
                .build();
        decoder.setJwtValidator(TokenRules.validator(Tokens.ISSUER));
        return decoder;
    }
}
