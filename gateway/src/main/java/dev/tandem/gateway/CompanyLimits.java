package dev.tandem.gateway;

import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets each company make so many requests a second, so that one cannot take the platform from the others. Companies
/// are those of verified tokens; operators, who belong to none, share one allowance.
@Component
class CompanyLimits extends OncePerRequestFilter {
    private static final String OPERATORS = "operators";

    private final RateLimiterRegistry limiters;

    CompanyLimits(GatewaySettings settings) {
        limiters = RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitForPeriod(settings.requestsPerSecond())
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(Duration.ZERO)
                .build());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var company = company(SecurityContextHolder.getContext().getAuthentication());
        if (company == null || limiters.rateLimiter(company).acquirePermission()) {
            chain.doFilter(request, response);
        } else {
            Problems.tooManyRequests(response);
        }
    }

    /// Null without a token: what is open to everybody is not counted here.
    private static @Nullable String company(@Nullable Authentication authentication) {
        if (!(authentication instanceof JwtAuthenticationToken token)) {
            return null;
        }
        var company = token.getToken().getClaimAsString("company");
        return company == null ? OPERATORS : company;
    }
}
