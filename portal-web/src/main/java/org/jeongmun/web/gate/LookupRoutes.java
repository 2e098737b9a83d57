package org.jeongmun.web.gate;

import java.util.Set;

/** Tells the gate which paths the partner look-ups declare. Asked once, at start. */
public interface LookupRoutes {
    /** @return exact paths, each beginning with {@code /lookup/}; all of them are read with GET alone */
    Set<String> paths();
}
