package dev.tandem.samples;

import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmChange.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A company's book as a file for bulk import, in UTF-8 with quotes where needed (RFC 4180, but line feeds alone).
///
/// @param text the whole file
/// @param badLines numbers of the lines, the header being 1, whose row does not have the header's columns
public record BookCsv(String text, List<Integer> badLines) {
    public static final List<String> HEADER = List.of(
            "id",
            "name",
            "website",
            "phone",
            "street",
            "city",
            "region",
            "postcode",
            "country",
            "industry",
            "registrationId",
            "type",
            "ownerUser",
            "parentId");

    /// Each account as it was first loaded.
    public static BookCsv of(SampleCompany company) {
        return lines(company, Integer.MAX_VALUE);
    }

    /// The same with some rows cut short, some with a value too many, and some empty ones.
    ///
    /// @param every after how many rows a bad one comes
    public static BookCsv ragged(SampleCompany company, int every) {
        return lines(company, every);
    }

    private static BookCsv lines(SampleCompany company, int every) {
        var text = new StringBuilder(String.join(",", HEADER)).append('\n');
        List<Integer> bad = new ArrayList<>();
        int line = 1;
        for (CrmChange account : accounts(company)) {
            line++;
            boolean spoilt = (line - 1) % every == 0;
            if (spoilt) {
                bad.add(line);
            }
            text.append(spoilt ? spoilt(row(account), bad.size()) : row(account))
                    .append('\n');
        }
        return new BookCsv(text.toString(), List.copyOf(bad));
    }

    private static List<CrmChange> accounts(SampleCompany company) {
        List<CrmChange> accounts = new ArrayList<>();
        for (SampleEvent event : company.accounts()) {
            CrmChange change = event.change();
            if (event.kind().applied() && change != null && change.change() == Change.FULL) {
                accounts.add(change);
            }
        }
        return accounts;
    }

    private static String row(CrmChange account) {
        Map<String, @Nullable String> fields = account.fields();
        var row = new StringBuilder(quoted(account.objectId().value()));
        HEADER.stream().skip(1).forEach(name -> row.append(',').append(quoted(fields.get(name))));
        return row.toString();
    }

    /// Cut behind the id, lengthened, empty: in turn.
    private static String spoilt(String row, int turn) {
        return switch (turn % 3) {
            case 0 -> "";
            case 1 -> row.substring(0, row.indexOf(',')) + ",cut short";
            default -> row + ",surplus,values";
        };
    }

    private static String quoted(@Nullable String value) {
        if (value == null) {
            return "";
        }
        boolean plain =
                value.chars().noneMatch(letter -> ",\"\n\r".indexOf(letter) >= 0) && value.equals(value.strip());
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
