package dev.tandem.accounts;

import dev.tandem.kit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void featuresAreFlatAndStoresHiddenAndAskedByTenant() {
        ArchitectureRules.of("dev.tandem.accounts").check();
    }
}
