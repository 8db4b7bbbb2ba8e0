package dev.tandem.roster;

import dev.tandem.kit.ArchitectureRules;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class ArchitectureTest {
    @Test
    void theServiceHasTheShapeOfEveryService() {
        ArchitectureRules.of("dev.tandem.roster").check();
    }
}
