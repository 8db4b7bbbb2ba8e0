package dev.tandem.kit.upkeep;

import dev.tandem.kit.copy.LocalCopies;
import dev.tandem.kit.intake.Intake;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/// Gives a service that has HTTP the endpoints for its parked events and its read models.
@AutoConfiguration(
        afterName = {"dev.tandem.kit.intake.IntakeAutoConfiguration", "dev.tandem.kit.copy.CopyAutoConfiguration"})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class UpkeepAutoConfiguration {

    @Bean
    @ConditionalOnBean(Intake.class)
    ParkedEndpoints parkedEndpoints(Intake intake) {
        return new ParkedEndpoints(intake);
    }

    @Bean
    @ConditionalOnBean(LocalCopies.class)
    ReadModelEndpoints readModelEndpoints(LocalCopies copies) {
        return new ReadModelEndpoints(copies);
    }
}
