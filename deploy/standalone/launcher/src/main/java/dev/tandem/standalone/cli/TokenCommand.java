package dev.tandem.standalone.cli;

import dev.tandem.standalone.platform.DataFolder;
import dev.tandem.standalone.platform.PlatformException;
import dev.tandem.standalone.platform.Settings;
import dev.tandem.standalone.token.Grant;
import dev.tandem.standalone.token.TokenMint;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;

/// Prints a token and nothing else, signed with the key on disk, whether or not the platform runs.
final class TokenCommand {
    private TokenCommand() {}

    static int run(Settings settings, List<String> words, PrintStream out) {
        var grant = grant(words);
        var data = new DataFolder(settings.data());
        out.println(TokenMint.of(issuer(settings, data), data.issuerKey()).token(grant));
        return 0;
    }

    private static Grant grant(List<String> words) {
        if (!words.isEmpty() && "operator".equals(words.getFirst()) && words.size() < 3) {
            return Grant.of(null, "operator", words.size() > 1 ? words.get(1) : null);
        }
        if (words.size() < 2) {
            throw new UsageException("token needs a company and a role, e.g. ./tandem token acme finance");
        }
        return Grant.of(words.get(0), words.get(1), words.size() > 2 ? words.get(2) : null);
    }

    /// The one that the platform used last, as its applications accept no other.
    private static URI issuer(Settings settings, DataFolder data) {
        try {
            var last = Files.exists(data.issuerUrl())
                    ? Files.readString(data.issuerUrl())
                    : settings.issuer().toString();
            if (settings.servers().issuer() != null || last.startsWith("foreign ")) {
                throw new PlatformException("tokens come from your own issuer (" + last.replace("foreign ", "")
                        + "), ./tandem cannot make them");
            }
            return URI.create(last);
        } catch (IOException e) {
            throw new PlatformException("cannot read " + data.issuerUrl() + ": " + e.getMessage());
        }
    }
}
