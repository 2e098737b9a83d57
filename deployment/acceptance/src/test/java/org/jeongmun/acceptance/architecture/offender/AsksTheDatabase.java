package org.jeongmun.acceptance.architecture.offender;

import java.sql.Connection;
import java.util.Optional;

/** Mentions storage in a type argument only. */
final class AsksTheDatabase {
    private Optional<Connection[]> connections = Optional.empty();

    boolean isAsking() {
        return connections.isPresent();
    }
}
