/// What a company asks about its own accounts: why one is no partner's customer too, and which of them a partner has
/// the parent or a subsidiary of. Every answer is a function of what the asker sees anyway.
@NullMarked
package dev.tandem.accounts.inquiry;

import org.jspecify.annotations.NullMarked;
