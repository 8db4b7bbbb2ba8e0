package dev.tandem.standalone.demo;

import dev.tandem.standalone.platform.Platform;
import java.io.PrintStream;

/// Plays the story against a platform that is up, through its public API and topics alone: everything it needs are
/// [Platform]'s `gateway()`, `brokers()` and `token(company, role, person)`. Starting and stopping is not its business.
public final class Demo {
    private Demo() {}

    /// @return the exit code of the command: 0 when the story went as it should
    public static int play(Platform platform, PrintStream out) {
        out.println("The story is not part of this build; the platform is at " + platform.gateway());
        return 1;
    }
}
