package org.jeongmun.acceptance.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Form;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;

/** People who come to several doors in turn, and then all want the same place at the same moment. */
final class Crowd {
    private final List<Wanting> people;

    /** Somebody with the page of the slots before them. */
    private record Wanting(Journey journey, Form slots) {
        static Wanting at(URI door, String clinic) {
            Journey journey = new Journey(door, Citizen.invited()).toTheEndOfTheLine();
            Page chosen = journey.chooseClinic(clinic);
            assertEquals("303 /reserve/slot", chosen.redirect(), chosen::toString);
            return new Wanting(journey, journey.slots());
        }

        boolean gets(String slot) {
            Form chosen = slots.with("slot", slot);
            Page answer = Journey.patiently(() -> chosen.press("continue"));
            boolean held = answer.redirect().equals("303 /reserve/confirm");
            assertEquals(held ? 303 : 422, answer.status(), answer::toString);
            return held;
        }
    }

    /** They have all been let in, and have chosen the clinic. */
    Crowd(int many, String clinic, List<URI> doors) throws Exception {
        people = atOnce(
                IntStream.range(0, many)
                        .mapToObj(person -> doors.get(person % doors.size()))
                        .toList(),
                door -> Wanting.at(door, clinic));
    }

    /** @return who has got it */
    List<Journey> allWant(String slot) throws Exception {
        List<Boolean> got = atOnce(people, person -> person.gets(slot));
        return IntStream.range(0, people.size())
                .filter(got::get)
                .mapToObj(person -> people.get(person).journey())
                .toList();
    }

    /** Does the same for all of them, each in a thread of its own that waits for the others before it begins. */
    static <P, T> List<T> atOnce(List<P> all, Function<P, T> work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(all.size());
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            List<Future<T>> answers = new ArrayList<>();
            for (P each : all) {
                answers.add(threads.submit(() -> {
                    together.await();
                    return work.apply(each);
                }));
            }
            List<T> told = new ArrayList<>();
            for (Future<T> answer : answers) {
                told.add(answer.get());
            }
            return told;
        } finally {
            threads.shutdownNow();
        }
    }
}
