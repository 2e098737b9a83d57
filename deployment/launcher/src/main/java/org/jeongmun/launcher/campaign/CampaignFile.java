package org.jeongmun.launcher.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ReadableFile;

/** Campaign files on disk and in portal.jar. */
public final class CampaignFile {
    static final int MOST_BYTES = 512 * 1024;
    private static final String OPTION = "--campaign";
    private static final String STORY = "/org/jeongmun/launcher/campaigns/covid19-2021-07-14.yaml";

    private CampaignFile() {}

    /**
     * Reads and checks a file.
     *
     * @param rules the rules that a cohort can name
     * @throws CampaignRefusedException with every fault of the file
     * @throws CommandFailure exit code 2, when there is no such file
     */
    public static Campaign read(Path file, EligibilityRules rules) throws CampaignRefusedException {
        ReadableFile.require(file);
        try (InputStream in = Files.newInputStream(file)) {
            return read(in.readNBytes(MOST_BYTES + 1), rules);
        } catch (IOException unreadable) {
            throw CommandFailure.wrongUsage("%s cannot be read (%s): check its permissions."
                    .formatted(file, unreadable.getClass().getSimpleName()));
        }
    }

    /**
     * Reads and checks the file that {@code --campaign} names, for a command that is about something else.
     *
     * @param rules the rules that a cohort can name
     * @throws CommandFailure exit code 2, with the first fault of the file, or when there is no such file
     */
    public static Campaign ofOption(Path file, EligibilityRules rules) {
        ReadableFile.require(OPTION, file);
        try {
            return read(file, rules);
        } catch (CampaignRefusedException refused) {
            List<Fault> faults = refused.faults();
            String others = faults.size() == 1
                    ? ""
                    : " (and %d more: `portal.jar campaign check %s` lists them)".formatted(faults.size() - 1, file);
            throw CommandFailure.wrongUsage("%s %s, %s%s".formatted(OPTION, file, faults.get(0), others));
        }
    }

    /** @return the campaign of the demo's story, which lies in portal.jar */
    public static Campaign ofTheStory(EligibilityRules rules) throws CampaignRefusedException {
        try (InputStream in = CampaignFile.class.getResourceAsStream(STORY)) {
            return read(in.readAllBytes(), rules);
        } catch (IOException unreadable) {
            throw CommandFailure.notThere("portal.jar is damaged: its campaign cannot be read. Build it again.");
        }
    }

    static Campaign read(byte[] content, EligibilityRules rules) throws CampaignRefusedException {
        if (content.length > MOST_BYTES) {
            throw new CampaignRefusedException(
                    List.of(new Fault(1, "The file is larger than %d kB. Write less.".formatted(MOST_BYTES / 1024))));
        }
        ByteBuffer bytes = ByteBuffer.wrap(content);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
            return CampaignReader.read(text.startsWith("\uFEFF") ? text.substring(1) : text, rules);
        } catch (CharacterCodingException notUtf8) {
            // The buffer stands where the first bad byte is.
            int line = 1;
            for (int i = 0; i < bytes.position(); i++) {
                line += content[i] == '\n' ? 1 : 0;
            }
            throw new CampaignRefusedException(List.of(new Fault(line, "This is not UTF-8. Save the file in UTF-8.")));
        }
    }
}
