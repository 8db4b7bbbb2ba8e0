package dev.tandem.kit.web;

import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Caller.OperatorCaller;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/// The one place where a caller is made. A role that is not ours is ignored, since issuers add their own; a token that
/// names neither a company nor the operator, or both at once, is refused.
final class CallerFromToken implements Converter<Jwt, CallerToken> {
    @Override
    public CallerToken convert(Jwt token) {
        return new CallerToken(caller(token));
    }

    private static Caller caller(Jwt token) {
        var person = token.getSubject();
        if (person == null || person.isBlank()) {
            throw new InvalidBearerTokenException("the token names no person");
        }
        var roles = roles(token);
        if (!roles.contains(Role.OPERATOR)) {
            return new CompanyCaller(company(token), person, roles);
        }
        if (roles.size() > 1 || token.hasClaim("company")) {
            throw new InvalidBearerTokenException("an operator belongs to no company and has no other role");
        }
        return new OperatorCaller(person);
    }

    private static Set<Role> roles(Jwt token) {
        var roles = EnumSet.noneOf(Role.class);
        if (token.getClaims().get("roles") instanceof List<?> names) {
            names.forEach(name -> Role.ofClaim(String.valueOf(name)).ifPresent(roles::add));
        }
        return roles;
    }

    private static CompanyId company(Jwt token) {
        if (token.getClaims().get("company") instanceof String name) {
            try {
                return new CompanyId(name);
            } catch (IllegalArgumentException malformed) {
                throw new InvalidBearerTokenException("the token's company is malformed", malformed);
            }
        }
        throw new InvalidBearerTokenException("the token names no company");
    }
}
