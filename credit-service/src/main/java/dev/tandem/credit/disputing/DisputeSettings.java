package dev.tandem.credit.disputing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The clocks of disputes.
///
/// @param windowDays how long after it was posted a line can be disputed
/// @param answerDays how long finance has to answer
@ConfigurationProperties("tandem.disputes")
record DisputeSettings(
        @DefaultValue("90") int windowDays,
        @DefaultValue("14") int answerDays) {}
