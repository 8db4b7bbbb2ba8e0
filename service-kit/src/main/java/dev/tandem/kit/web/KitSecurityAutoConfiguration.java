package dev.tandem.kit.web;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;

/// Every request carries a token, except for health, info and the API documents.
@AutoConfiguration(
        after = KitWebAutoConfiguration.class,
        before = {ServletWebSecurityAutoConfiguration.class, OAuth2ResourceServerAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class KitSecurityAutoConfiguration {
    private static final String[] OPEN = {
        "/actuator/health/**", "/actuator/info", "/v3/api-docs/**", "/v3/api-docs.yaml"
    };

    @Bean
    @ConditionalOnMissingBean(JwtDecoder.class)
    JwtDecoder tandemTokens(WebSettings settings) {
        return TokenRules.decoder(settings.requiredIssuer(), Duration.ofMillis(settings.issuerTimeoutMs()));
    }

    /// CSRF protection is off since no cookie and no session signs anybody in: a foreign page has no token to send.
    /// An error or asynchronous dispatch belongs to a request that was let in (or refused) before.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    SecurityFilterChain tandemSecurity(HttpSecurity http, JwtDecoder tokens, ProblemWriter writer) throws Exception {
        var problems = new SecurityProblems(writer);
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(new CallerFromToken())))
                .addFilterBefore(problems, AbstractPreAuthenticatedProcessingFilter.class)
                .build();
    }
}
