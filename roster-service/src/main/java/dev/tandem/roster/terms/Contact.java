package dev.tandem.roster.terms;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// Whom of a party to turn to. The agreement names a rep by its opaque id: a name in it could never be erased.
public record Contact(
        CompanyId party, @NotBlank @Size(max = 200) String topic, RepId rep) {}
