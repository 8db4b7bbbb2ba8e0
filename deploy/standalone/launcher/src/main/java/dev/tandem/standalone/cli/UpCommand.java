package dev.tandem.standalone.cli;

import dev.tandem.standalone.platform.Platform;
import dev.tandem.standalone.platform.Port;
import dev.tandem.standalone.platform.Settings;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/// Starts everything, says where it is, and stays until it is asked to stop.
final class UpCommand {
    static final String LAST_LINE = "To stop:";

    private UpCommand() {}

    static int run(Settings settings, Arguments arguments, PrintStream out) {
        if (arguments.has(Option.DETACH)) {
            return Detached.run(settings, arguments, out);
        }
        start(settings, out);
        out.println(whereabouts(settings));
        awaitSignal();
        return 0;
    }

    /// Ctrl-C and SIGTERM end it, the platform stops itself then.
    static Platform start(Settings settings, PrintStream out) {
        var begun = System.nanoTime();
        var platform = Platform.start(settings, out::println);
        out.println("%-17s up %44.1f s".formatted("all", (System.nanoTime() - begun) / 1e9));
        return platform;
    }

    static String whereabouts(Settings settings) {
        return """

                gateway    %1$s
                API        %1$s/swagger-ui.html
                MongoDB    %2$s
                Kafka      %3$s
                issuer     %4$s
                data       %5$s

                A token:   %6$s
                %7$s   Ctrl-C here, or ./tandem stop
                """.formatted(
                        settings.url(Port.GATEWAY),
                        settings.mongodb(),
                        settings.brokers(),
                        settings.issuer(),
                        settings.data(),
                        howToGetAToken(settings),
                        LAST_LINE);
    }

    private static String howToGetAToken(Settings settings) {
        return settings.servers().issuer() == null
                ? "./tandem token acme alliance-manager   (or: finance, rep, crm, admin; ./tandem token operator)"
                : "from your own issuer";
    }

    static void awaitSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
