package org.jeongmun.launcher.serving;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.PrivateFiles;
import org.jeongmun.launcher.database.DataFolder;

/**
 * Payara Micro in this process, with ROOT.war and nothing else on it: a public and a management listener, no cluster,
 * no phone-home. Its folder is made anew at every start, or it would deploy the application of the last one.
 */
final class PayaraServer {
    private final PayaraMicroBoot boot;
    private final PayaraMicroRuntime runtime;

    private PayaraServer(PayaraMicroBoot boot, PayaraMicroRuntime runtime) {
        this.boot = boot;
        this.runtime = runtime;
    }

    /**
     * Clears what an earlier server left and points {@code java.io.tmpdir} into the folder; to be called before
     * anything in this process has made a temporary file.
     */
    static void prepare(DataFolder folder) {
        try {
            PrivateFiles.deleteFolder(folder.file("payara"));
            PrivateFiles.deleteFolder(folder.file("tmp"));
            PrivateFiles.createFolder(folder.file("payara"));
            PrivateFiles.createFolder(folder.file("tmp"));
        } catch (IOException refused) {
            throw CommandFailure.notThere(
                    "%s cannot be cleared: %s".formatted(folder.path(), refused.getMessage()), refused);
        }
        System.setProperty("java.io.tmpdir", folder.file("tmp").toString());
    }

    /**
     * Boots the server, deploys the portal and then listens for the public; the portal's settings are in the system
     * properties by now.
     *
     * @throws CommandFailure exit code 3, when it does not start or the portal is not deployed
     */
    static PayaraServer start(RunSettings settings, DataFolder folder) {
        try {
            Path war = unpackWar(folder);
            Path commands = written(folder, "boot.txt", PayaraConfiguration.preBootCommands(settings.listeners()));
            Path opening = written(folder, "open.txt", PayaraConfiguration.postDeployCommands());
            PrivateFiles.createFile(folder.file("portal.log"));
            Path logging =
                    written(folder, "logging.properties", PayaraConfiguration.logging(folder.file("portal.log")));
            // Payara's own reading of this property, before its log manager is there.
            System.setProperty("java.util.logging.config.file", logging.toString());
            redirectOutput(folder.file("portal.log"));
            PayaraMicroBoot boot = PayaraMicroLauncher.create(List.of(
                            "--rootdir",
                            folder.file("payara").resolve("root").toString(),
                            "--port",
                            Integer.toString(settings.listeners().port()),
                            "--minhttpthreads",
                            PayaraConfiguration.HTTP_THREADS,
                            "--maxhttpthreads",
                            PayaraConfiguration.HTTP_THREADS,
                            "--nohazelcast",
                            "--disablephonehome",
                            "--logproperties",
                            logging.toString(),
                            "--prebootcommandfile",
                            commands.toString(),
                            "--postdeploycommandfile",
                            opening.toString(),
                            "--deploy",
                            war.toString())
                    .toArray(String[]::new));
            PayaraServer server = new PayaraServer(boot, boot.getRuntime());
            server.checkDeployed(folder);
            return server;
        } catch (CommandFailure expected) {
            throw expected;
        } catch (Exception failed) {
            throw notStarted(folder, failed);
        }
    }

    /** Stops serving; requests that are under way may be cut off. */
    void stop() {
        try {
            boot.shutdown();
        } catch (BootstrapException alreadyStopped) {
            // There is nothing left to stop.
        }
    }

    private void checkDeployed(DataFolder folder) {
        if (!runtime.getDeployedApplicationNames().contains("ROOT")) {
            throw notStarted(folder, null);
        }
    }

    private static CommandFailure notStarted(DataFolder folder, Exception failed) {
        String reason = failed == null ? "the portal was not deployed" : String.valueOf(failed.getMessage());
        return CommandFailure.notThere(
                "The server did not start (%s): %s says why.".formatted(reason, folder.file("portal.log")), failed);
    }

    /* Whatever the server prints belongs into its log; our own lines hold on to the streams of the process. */
    private static void redirectOutput(Path log) throws IOException {
        PrintStream stream =
                new PrintStream(Files.newOutputStream(log, StandardOpenOption.APPEND), true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
    }

    private static Path written(DataFolder folder, String name, String text) throws IOException {
        Path file = folder.file("payara").resolve(name);
        PrivateFiles.write(file, text);
        return file;
    }

    private static Path unpackWar(DataFolder folder) throws IOException {
        Path war = folder.file("payara").resolve("ROOT.war");
        try (InputStream packed = PayaraServer.class.getResourceAsStream("/org/jeongmun/launcher/ROOT.war")) {
            if (packed == null) {
                throw new IOException("this portal.jar was built without ROOT.war");
            }
            Files.copy(packed, war);
        }
        return war;
    }
}
