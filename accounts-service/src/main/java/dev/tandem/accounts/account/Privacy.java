package dev.tandem.accounts.account;

import dev.tandem.contracts.Reason;
import java.time.Instant;

/// That an account was made private, or no longer is: nothing of a private one crosses, it is in no count either.
///
/// @param withheld whether it is private
/// @param person the token's subject: who said so
public record Privacy(boolean withheld, Reason reason, String person, Instant at) {}
