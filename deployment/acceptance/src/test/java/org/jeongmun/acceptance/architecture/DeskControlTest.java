package org.jeongmun.acceptance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The launcher and the application meet by this alone, and neither knows the other's class. */
@DisplayName("The switches of the desk")
class DeskControlTest {
    @Test
    void areTheSameOnBothSides() {
        List<String> offered = methods(org.jeongmun.launcher.desk.DeskControlMXBean.class);
        assertFalse(offered.isEmpty());
        assertEquals(offered, methods(org.jeongmun.web.desk.DeskControlMXBean.class));
    }

    private static List<String> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .map(DeskControlTest::signature)
                .sorted()
                .toList();
    }

    private static String signature(Method method) {
        return method.getReturnType() + " " + method.getName() + Arrays.toString(method.getParameterTypes());
    }
}
