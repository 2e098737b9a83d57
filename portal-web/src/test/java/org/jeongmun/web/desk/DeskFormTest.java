package org.jeongmun.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.jeongmun.web.page.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A form of the desk")
class DeskFormTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"ON, reason", "ANNOUNCE, ko en"})
    void namesEachTextThatIsMoreThanALine(DeskForm.Button button, String fields) {
        String pasted = "flood\u2028in the cellar";
        DeskForm form = new DeskForm(Optional.of(button), "kim", pasted, "", pasted, pasted);

        assertEquals(
                List.of(fields.split(" ")),
                form.problems().stream().map(Problem::field).toList());
    }
}
