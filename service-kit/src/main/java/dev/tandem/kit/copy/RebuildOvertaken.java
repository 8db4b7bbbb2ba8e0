package dev.tandem.kit.copy;

/// Another rebuild of the same copy began while this one ran; nothing was changed by this one.
public final class RebuildOvertaken extends RuntimeException {
    RebuildOvertaken(String copy) {
        super("another rebuild of " + copy + " took over");
    }
}
