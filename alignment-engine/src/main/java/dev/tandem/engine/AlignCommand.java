package dev.tandem.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// `tandem align a.csv b.csv --out pairs.csv [--json]`: aligns two files without starting anything. Exit code
/// 0 when the pairs are written, 2 when a file or an option cannot be taken; then nothing is written.
public final class AlignCommand {
    private static final String USAGE = "usage: tandem align a.csv b.csv --out pairs.csv [--json]";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean isTerminal;
    private final long startNanos = System.nanoTime();

    AlignCommand(PrintStream out, PrintStream err, boolean isTerminal) {
        this.out = out;
        this.err = err;
        this.isTerminal = isTerminal;
    }

    @SuppressWarnings("SystemConsoleNull") // It still may be, says its contract.
    public static void main(String[] args) {
        var console = System.console();
        System.exit(new AlignCommand(System.out, System.err, console != null && console.isTerminal()).run(args));
    }

    int run(String... args) {
        try {
            align(Options.of(args));
            return 0;
        } catch (BookFile.Refused | IllegalArgumentException e) {
            err.println("tandem: " + e.getMessage());
        } catch (IOException e) {
            err.println("tandem: cannot read or write " + e.getMessage());
        }
        return 2;
    }

    private record Options(Path a, Path b, Path out, boolean json) {
        static Options of(String... args) {
            var files = new ArrayList<Path>();
            var out = Path.of("");
            var json = false;
            for (var i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--json" -> json = true;
                    case "--out" -> out = Path.of(i + 1 < args.length ? args[++i] : "");
                    default -> files.add(file(args[i]));
                }
            }
            if (files.size() != 2 || out.toString().isEmpty()) {
                throw new IllegalArgumentException(USAGE);
            }
            return new Options(files.get(0), files.get(1), out, json);
        }

        private static Path file(String arg) {
            if (arg.startsWith("-")) {
                throw new IllegalArgumentException("no option " + arg + "; " + USAGE);
            }
            if (!Files.isRegularFile(Path.of(arg))) {
                throw new IllegalArgumentException("no file " + arg);
            }
            return Path.of(arg);
        }
    }

    private void align(Options options) throws IOException {
        progress("reading " + options.a() + " and " + options.b());
        var books = read(options.a(), options.b());
        progress(books.get(0).size() + " and " + books.get(1).size() + " accounts; comparing");
        var alignment = new Alignment(books.get(0), books.get(1));
        var matches = alignment.matches();
        progress("writing " + matches.size() + " pairs");
        new PairsFile(matches, books.get(0), books.get(1), alignment).write(options.out());
        var summary = Summary.of(books.get(0), books.get(1), matches, System.nanoTime() - startNanos);
        out.println(options.json() ? summary.json() : summary.text(options.out()));
    }

    private void progress(String what) {
        if (isTerminal) {
            err.println("tandem: " + what);
        }
    }

    private static List<Book> read(Path a, Path b) throws IOException {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var readings = threads.invokeAll(List.<Callable<Book>>of(() -> BookFile.read(a), () -> BookFile.read(b)));
            return List.of(readings.get(0).get(), readings.get(1).get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BookFile.Refused refused) {
                throw refused;
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
