package dev.tandem.accounts.importing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How large a file may be (`tandem.imports.*`).
///
/// @param bytesMax of the whole file, without gzip
/// @param unpackedBytesMax of a workbook, all its parts together: the texts that its cells share are held in memory
/// @param rowsMax without the header
@ConfigurationProperties("tandem.imports")
record ImportSettings(
        @DefaultValue("536870912") int bytesMax,
        @DefaultValue("134217728") long unpackedBytesMax,
        @DefaultValue("2000000") int rowsMax) {}
