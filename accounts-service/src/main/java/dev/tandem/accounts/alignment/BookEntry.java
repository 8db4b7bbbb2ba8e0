package dev.tandem.accounts.alignment;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.alignment.JointAccountChanged.Tier;
import java.time.Instant;

/// What one party says of a joint account in the shared book; only that party moves it.
///
/// @param lead the party that leads, by this party's word
/// @param person the token's subject: who said so for the company
/// @param standing whether it still says so; a withdrawn one stays for its count
/// @param revision counts this party's changes of it, from 1
public record BookEntry(
        CompanyId company,
        Tier tier,
        CompanyId lead,
        Reason reason,
        String person,
        Instant at,
        boolean standing,
        long revision) {}
