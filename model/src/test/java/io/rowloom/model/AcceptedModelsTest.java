package io.rowloom.model;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class AcceptedModelsTest {
    @TestFactory
    Stream<DynamicTest> everyModelMeansWhatIsExpected() {
        return ModelFixtures.folders("accept").stream()
                .map(folder -> dynamicTest(
                        folder.getFileName().toString(),
                        () -> ModelFixtures.assertExpected(
                                folder.resolve("meaning.txt"), RecordText.of(ModelReader.read(folder, folder)))));
    }
}
