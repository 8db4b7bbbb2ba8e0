package dev.tandem.standalone.cli;

import dev.tandem.standalone.platform.DataFolder;
import dev.tandem.standalone.platform.Folders;
import dev.tandem.standalone.platform.PlatformException;
import dev.tandem.standalone.platform.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;

/// Deletes the data folder, once nothing runs on it and the user has said yes.
final class ResetCommand {
    private ResetCommand() {}

    static int run(Settings settings, boolean yes, PrintStream out) {
        var data = settings.data();
        if (Files.notExists(data)) {
            out.println("nothing to delete: there is no " + data);
            return 0;
        }
        requireDataFolder(data);
        if (!yes && !confirmed(data, out)) {
            out.println("kept " + data);
            return 1;
        }
        delete(data);
        out.println("deleted " + data);
        return 0;
    }

    /// A mistyped --data must not cost anybody a folder of something else.
    private static void requireDataFolder(Path data) {
        if (Files.notExists(data.resolve("lock"))) {
            throw new PlatformException(data + " is not a data folder of Tandem: nothing deleted");
        }
    }

    private static boolean confirmed(Path data, PrintStream out) {
        out.print("Delete everything in " + data + "? [y/N] ");
        out.flush();
        var answer = new Scanner(System.in, StandardCharsets.UTF_8);
        return answer.hasNextLine() && answer.nextLine().strip().equalsIgnoreCase("y");
    }

    private static void delete(Path data) {
        try (var held = new DataFolder(data).lock()) {
            assert held.isOpen();
            Folders.delete(data);
        } catch (IOException e) {
            throw new PlatformException("cannot delete " + data + ": " + e.getMessage());
        }
    }
}
