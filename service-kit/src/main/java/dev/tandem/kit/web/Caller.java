package dev.tandem.kit.web;

import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.store.Tenant;
import java.util.Set;

/// Who is calling, made from the verified token alone; take it as an argument of a controller method.
/// Headers, paths and bodies never say who the caller is.
public sealed interface Caller {
    /// The token's subject.
    String person();

    Set<Role> roles();

    /// A person or a machine of one company.
    record CompanyCaller(CompanyId company, String person, Set<Role> roles) implements Caller {
        public CompanyCaller {
            roles = Set.copyOf(roles);
        }
    }

    /// Somebody who runs the platform: belongs to no company.
    record OperatorCaller(String person) implements Caller {
        @Override
        public Set<Role> roles() {
            return Set.of(Role.OPERATOR);
        }
    }

    default boolean has(Role role) {
        return roles().contains(role);
    }

    /// Whose documents, keys and cursors are meant.
    default Tenant tenant() {
        return switch (this) {
            case CompanyCaller caller -> Tenant.of(caller.company());
            case OperatorCaller _ -> Tenant.PLATFORM;
        };
    }
}
