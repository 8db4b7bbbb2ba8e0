package dev.tandem.credit;

import dev.tandem.kit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keepsTheShapeOfEveryService() {
        ArchitectureRules.of("dev.tandem.credit").check();
    }
}
