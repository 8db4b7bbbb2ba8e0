package dev.tandem.accounts.block;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether a partnership's alignment is shared by several instances (`tandem.alignment.*`).
///
/// @param blocks into how many parts it is divided, the same in all instances; 0: one instance has all of it
@ConfigurationProperties("tandem.alignment")
record BlockSettings(@DefaultValue("0") int blocks) {
    private static final int BLOCKS_MAX = 64;

    BlockSettings {
        if (blocks < 0 || blocks > BLOCKS_MAX) {
            throw new IllegalArgumentException(
                    "tandem.alignment.blocks must be 0 to " + BLOCKS_MAX + ", not " + blocks);
        }
    }

    boolean areUsed() {
        return blocks > 0;
    }
}
