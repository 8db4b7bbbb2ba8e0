package dev.tandem.accounts.importing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How large a file may be (`tandem.imports.*`).
///
/// @param bytesMax of the whole file
/// @param rowsMax without the header
@ConfigurationProperties("tandem.imports")
record ImportSettings(
        @DefaultValue("33554432") int bytesMax,
        @DefaultValue("100000") int rowsMax) {}
