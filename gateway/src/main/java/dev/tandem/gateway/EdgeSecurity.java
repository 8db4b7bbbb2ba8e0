package dev.tandem.gateway;

import java.net.URI;
import java.util.List;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/// Who gets in: everybody to health and API descriptions, else only bearers of a token signed for this platform.
@Configuration(proxyBeanMethods = false)
class EdgeSecurity {
    private static final String AUDIENCE = "tandem";

    @Bean
    SecurityFilterChain edge(HttpSecurity http, CompanyLimits limits) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health", "info"))
                        .permitAll()
                        .requestMatchers("/v3/api-docs/**", "/swagger-ui/**", "/swagger-ui.html")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint((_, response, _) -> Problems.unauthorized(response)))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint((_, response, _) -> Problems.unauthorized(response)))
                .addFilterAfter(limits, BearerTokenAuthenticationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie ever authenticates, so there is nothing for another site to ride on.
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /// Looks the issuer up at the first token, so that the gateway starts without it.
    @Bean
    JwtDecoder tokens(GatewaySettings settings) {
        return new SupplierJwtDecoder(() -> decoder(settings.issuerUrl()));
    }

    private static JwtDecoder decoder(URI issuer) {
        var decoder = NimbusJwtDecoder.withIssuerLocation(issuer.toString())
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        var audience = new JwtClaimValidator<List<String>>("aud", aud -> aud != null && aud.contains(AUDIENCE));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer.toString()), audience));
        return decoder;
    }
}
