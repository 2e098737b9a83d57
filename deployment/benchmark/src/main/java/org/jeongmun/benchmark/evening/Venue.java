package org.jeongmun.benchmark.evening;

import java.util.Random;
import org.jeongmun.benchmark.wire.Reply;
import org.jeongmun.benchmark.wire.Wire;

/**
 * What all people of an evening share.
 *
 * @param host of the portal, with the port
 * @param wire over which they ask
 * @param agenda of what they do later
 * @param diary in which it is written how they fare
 * @param chance for what differs between people
 * @param pause seconds that somebody looks at a page, on average
 */
public record Venue(String host, Wire wire, Agenda agenda, Diary diary, Random chance, double pause) {
    /** Asks for something; the answer comes later. */
    void ask(byte[] request, Reply reply) {
        wire.ask(request, reply);
    }

    /** Goes on after somebody has looked at a page. */
    void whenRead(Runnable next) {
        if (pause == 0) {
            next.run();
            return;
        }
        agenda.after(pause * (0.5 + chance.nextDouble()), next);
    }
}
