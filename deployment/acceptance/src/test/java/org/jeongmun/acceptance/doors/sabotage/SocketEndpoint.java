package org.jeongmun.acceptance.doors.sabotage;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** Talks to whoever upgrades. */
@ServerEndpoint("/sabotage/socket")
public final class SocketEndpoint {
    /** Says it again. */
    @OnMessage
    public String echo(String text) {
        return text;
    }
}
