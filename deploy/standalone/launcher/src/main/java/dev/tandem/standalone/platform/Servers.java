package dev.tandem.standalone.platform;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Servers of one's own that take the place of the local store, broker or issuer; null means the local one.
///
/// @param mongodb connection string without a database, e.g. `mongodb://db1:27017,db2:27017/?replicaSet=rs0`
/// @param kafka host:port, comma separated
/// @param issuer URL under which `/.well-known/openid-configuration` answers
public record Servers(
        @Nullable String mongodb,
        @Nullable String kafka,
        @Nullable URI issuer) {
    private static final Pattern MONGODB = Pattern.compile("mongodb(\\+srv)?://[^/]+(/?|/\\?.*)");
    private static final Pattern KAFKA = Pattern.compile("[^\\s,:/]+:\\d{1,5}(,[^\\s,:/]+:\\d{1,5})*");

    public Servers {
        require(
                mongodb == null || MONGODB.matcher(mongodb).matches(),
                "--mongodb must be mongodb://host:port without a database");
        require(kafka == null || KAFKA.matcher(kafka).matches(), "--kafka must be host:port[,host:port…]");
        require(issuer == null || isWeb(issuer), "--issuer must be an http or https URL");
    }

    public static Servers local() {
        return new Servers(null, null, null);
    }

    private static boolean isWeb(URI uri) {
        return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new PlatformException(sentence);
        }
    }
}
