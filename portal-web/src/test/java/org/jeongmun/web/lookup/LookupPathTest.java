package org.jeongmun.web.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A look-up's path")
class LookupPathTest {
    @Test
    void isAPluginAndTheRest() {
        assertEquals(
                Optional.of(new LookupPath("clinic-lookup-portal", "v1/clinics")),
                LookupPath.of("/lookup/clinic-lookup-portal/v1/clinics"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/lookup/", "/lookup/x", "/lookup", "/clinics", "/Lookup/x/y"})
    void isNothingElse(String path) {
        assertEquals(Optional.empty(), LookupPath.of(path));
    }
}
