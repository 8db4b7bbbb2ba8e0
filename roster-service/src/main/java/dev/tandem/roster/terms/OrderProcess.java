package dev.tandem.roster.terms;

import dev.tandem.contracts.CompanyId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/// How an order is placed with a party, step by step.
public record OrderProcess(
        CompanyId party, @Size(min = 1, max = 20) List<@NotBlank @Size(max = 500) String> steps) {

    public OrderProcess {
        steps = List.copyOf(steps);
    }
}
