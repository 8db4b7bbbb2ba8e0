package dev.tandem.credit.export;

import java.util.List;
import java.util.Set;

/// What the columns of a journal are called.
///
/// @param sheet the name of the sheet in a workbook
/// @param numbers the places of those that are numbers: never escaped, and numbers in a sheet
public record Columns(String sheet, List<String> names, Set<Integer> numbers) {
    public Columns {
        names = List.copyOf(names);
        numbers = Set.copyOf(numbers);
    }
}
