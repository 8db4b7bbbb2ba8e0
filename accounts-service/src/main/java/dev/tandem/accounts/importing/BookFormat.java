package dev.tandem.accounts.importing;

import dev.tandem.kit.web.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a book can come as.
enum BookFormat {
    CSV(BookFormat.TEXT_CSV),
    NDJSON(BookFormat.X_NDJSON),
    XLSX(BookFormat.SPREADSHEET);

    static final String TEXT_CSV = "text/csv";
    static final String X_NDJSON = "application/x-ndjson";
    static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String mediaType;

    BookFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /// @throws dev.tandem.kit.web.ProblemException 415
    static BookFormat of(@Nullable String contentType) {
        var type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(type))
                .findFirst()
                .orElseThrow(() -> new Problem.UnsupportedMedia(List.of(TEXT_CSV, X_NDJSON, SPREADSHEET)).exception());
    }
}
