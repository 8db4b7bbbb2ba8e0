package dev.tandem.standalone.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/// Runs the main class named first, and ends the process when its standard input closes, which happens when the
/// launcher
/// is gone, however it went: a launcher that was killed leaves no orphans.
public final class Leash {
    private static final int LAUNCHER_GONE = 143;

    private Leash() {}

    public static void main(String[] args) throws Throwable {
        leaveInterruptsToTheLauncher();
        Thread.ofPlatform().daemon().name("leash").start(Leash::endWithTheLauncher);
        var main = Class.forName(args[0]).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void endWithTheLauncher() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            System.err.println("leash: " + closed.getMessage());
        }
        System.exit(LAUNCHER_GONE);
    }

    /// Ctrl-C reaches every process of the terminal at once, but they are to stop in order. Reflection, as the compiler
    /// warns about every mention of this class and there is no other.
    private static void leaveInterruptsToTheLauncher() throws ReflectiveOperationException {
        var signal = Class.forName("sun.misc.Signal");
        var handler = Class.forName("sun.misc.SignalHandler");
        var interrupt = signal.getConstructor(String.class).newInstance("INT");
        signal.getMethod("handle", signal, handler)
                .invoke(null, interrupt, handler.getField("SIG_IGN").get(null));
    }
}
