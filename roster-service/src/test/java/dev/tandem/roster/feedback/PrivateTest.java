package dev.tandem.roster.feedback;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.tandem.contracts.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Feedback is its receiver's: nothing else can read it, and nothing of it leaves.
@NullMarked
class PrivateTest {
    private static final String FEEDBACK = PrivateTest.class.getPackageName();

    @Test
    void nothingOutsideReadsFeedbackAndNoEventIsRaisedOfIt() {
        var all = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("dev.tandem.roster");
        noClasses()
                .that()
                .resideOutsideOfPackage(FEEDBACK)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(FEEDBACK)
                .check(all);
        classes().that().resideInAPackage(FEEDBACK).should().notBePublic().check(all);
        noClasses()
                .that()
                .resideInAPackage(FEEDBACK)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Topics.class)
                .check(all);
    }

    /// The one who opens the collection is the feature itself.
    @Test
    void nobodyElseNamesItsCollection() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            var naming = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(PrivateTest::namesCollection)
                    .map(file -> file.getFileName().toString());
            assertThat(naming).containsExactly("Letters.java");
        }
    }

    private static boolean namesCollection(Path file) {
        try {
            return Files.readString(file).contains("peer_feedback");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
