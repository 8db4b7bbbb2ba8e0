package dev.tandem.kit.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tandem.contracts.Violation;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CsvBodyTest {
    @Test
    void namesTheLineThatIsNotUtf8() {
        var bytes = "id,name\n001,Acme\n002,M\u00FCller\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(violations(() -> CsvBody.decode(bytes)))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("line 3", "NOT_UTF_8"));
    }

    @Test
    void ignoresByteOrderMark() {
        assertThat(CsvBody.decode("\uFEFFid,name\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("id,name\n");
    }

    private static List<Violation> violations(ThrowingCallable call) {
        var thrown = org.assertj.core.api.Assertions.catchThrowable(call);
        assertThat(thrown).isInstanceOf(ProblemException.class);
        return ((Problem.Invalid) ((ProblemException) thrown).problem()).violations();
    }
}
