/// One partnership's alignment shared by several instances: which of them has which block, what a block is told, and
/// what it reports. Off by default; then nothing of it is used.
@NullMarked
package dev.tandem.accounts.block;

import org.jspecify.annotations.NullMarked;
