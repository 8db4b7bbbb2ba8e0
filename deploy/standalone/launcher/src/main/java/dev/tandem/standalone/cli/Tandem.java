package dev.tandem.standalone.cli;

import dev.tandem.standalone.platform.PlatformException;
import dev.tandem.standalone.platform.Settings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The `tandem` command. Exit code 0 when done, 1 when it could not be done, 2 when it was not understood; each failure
/// says in one line what is the matter.
public final class Tandem {
    private static final String USAGE = """
            Tandem: two companies, one shared book.

              ./tandem up [--detach]         start everything, and stop it with Ctrl-C
              ./tandem demo [--once]         the same, and play the story of two companies
              ./tandem status                what runs, where, how healthy, how large
              ./tandem stop                  stop what runs, also what a killed launcher left behind
              ./tandem token <company> <alliance-manager | finance | rep | crm | admin> [person]
              ./tandem token operator        a token for the demo issuer, good for 12 hours
              ./tandem align a.csv b.csv --out pairs.csv [--json]
                                             align two files of accounts, starting nothing
              ./tandem build                 build everything anew
              ./tandem reset [--yes]         delete the data folder
              ./tandem help

            Options (each with a value may also be a variable: --port-base is TANDEM_PORT_BASE; the three servers are
            TANDEM_MONGODB_URI, TANDEM_KAFKA_BROKERS, TANDEM_ISSUER_URL):
            """;

    private Tandem() {}

    public static void main(String[] line) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(Arrays.asList(line), out, err));
    }

    static int run(List<String> line, PrintStream out, PrintStream err) {
        try {
            return dispatch(Arguments.parse(line, System::getenv), out);
        } catch (UsageException e) {
            err.println("tandem: " + e.getMessage());
            return 2;
        } catch (PlatformException | IllegalArgumentException e) {
            err.println("tandem: " + e.getMessage());
            return 1;
        }
    }

    private static int dispatch(Arguments arguments, PrintStream out) {
        return switch (arguments.command()) {
            case "up" -> UpCommand.run(settings(arguments, 0), arguments, out);
            case "demo" -> DemoCommand.run(settings(arguments, 0), arguments.has(Option.ONCE), out);
            case "status" -> StatusCommand.run(settings(arguments, 0), out);
            case "stop" -> StopCommand.run(settings(arguments, 0), out);
            case "token" -> TokenCommand.run(settings(arguments, 3), arguments.words(), out);
            case "reset" -> ResetCommand.run(settings(arguments, 0), arguments.has(Option.YES), out);
            case "help" -> help(out);
            default -> throw new UsageException("unknown command '" + arguments.command() + "'");
        };
    }

    private static Settings settings(Arguments arguments, int mostWords) {
        if (arguments.words().size() > mostWords) {
            throw new UsageException("'" + arguments.words().get(mostWords) + "' is one word too many");
        }
        return Choice.of(arguments);
    }

    private static int help(PrintStream out) {
        out.print(USAGE);
        out.println(Arrays.stream(Option.values()).map(Option::help).collect(Collectors.joining("\n")));
        return 0;
    }
}
