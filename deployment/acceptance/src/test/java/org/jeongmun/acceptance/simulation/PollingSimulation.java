package org.jeongmun.acceptance.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Works out the crowd of July 2021, 1.85 million people with one and with four devices each, and writes a picture and a
 * line of numbers of both into a folder: {@code mvn test-compile}, then run this class with the folder's name.
 */
public final class PollingSimulation {
    private static final int PEOPLE = 1_850_000;
    private static final double PER_SECOND = 556;

    private PollingSimulation() {}

    /** @param arguments the folder */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments.length > 0 ? arguments[0] : "target/simulation"));
        StringBuilder numbers = new StringBuilder();
        for (int devices : List.of(1, 4)) {
            WaitingCrowd crowd = new WaitingCrowd(PEOPLE, devices, PER_SECOND);
            CrowdPlot plot = new CrowdPlot(crowd, crowd.live());
            Files.writeString(folder.resolve("crowd-with-%d-devices.svg".formatted(devices)), plot.svg());
            numbers.append(plot.numbers()).append(System.lineSeparator());
        }
        Files.writeString(folder.resolve("crowd.txt"), numbers);
    }
}
