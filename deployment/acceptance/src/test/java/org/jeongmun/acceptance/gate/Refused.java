package org.jeongmun.acceptance.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import org.jeongmun.acceptance.client.RawResponse;

/** What decision 0003 lets the container answer by itself: refusals, without content, cookie or effect. */
final class Refused {
    private static final Set<Integer> STATUS = Set.of(400, 404, 405, 417, 505);

    private Refused() {}

    /** @return whether nothing came back that is of use: a refusal, no answer, or an empty one without a type */
    static boolean is(RawResponse answer) {
        boolean nothing = answer.status() == 0 && answer.body().isEmpty();
        return nothing || byItsStatus(answer) || isEmpty(answer);
    }

    /** @return whether its status alone refuses */
    static boolean byItsStatus(RawResponse answer) {
        return STATUS.contains(answer.status());
    }

    private static boolean isEmpty(RawResponse answer) {
        return answer.status() == 200
                && answer.body().isEmpty()
                && answer.all("Content-Type").isEmpty();
    }

    /** Fails if a refusal has any content of the application, or a cookie. */
    static void assertWithoutContent(RawResponse answer) {
        assertEquals(List.of(), answer.all("Set-Cookie"));
        for (String content : List.of("<form", "<web-app", "Manifest-Version", "\"clinics\"", "name=\"birthDate\"")) {
            assertFalse(answer.body().contains(content), answer::body);
        }
    }
}
