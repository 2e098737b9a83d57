package org.jeongmun.launcher.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.OnAnOwnDatabase;
import org.jeongmun.launcher.database.Tables;
import org.jeongmun.supply.Pool;
import org.jeongmun.supply.PoolId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A move of unsold places")
class MoverIT extends OnAnOwnDatabase {
    private static final Pool POOL = new Pool(new PoolId("p"), Optional.empty(), Optional.empty(), List.of());

    @BeforeAll
    static void addClinics() throws SQLException {
        new Tables(owner)
                .execute("INSERT INTO clinic VALUES ('a', '의원', '서울특별시', '중구', '1', '02', 37, 127),"
                        + " ('b', '의원', '부산광역시', '중구', '1', '051', 35, 129)");
    }

    @ParameterizedTest(name = "{0} {1} to {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "부산광역시 |   | 서울       |   | --to-sido 서울 has no clinic; those that have are 부산광역시, 서울특별시.",
                "부산       |   | 서울특별시 |   | --from-sido 부산 has no clinic; those that have are 부산광역시, 서울특별시.",
                "부산광역시 |   |            | c | --to-clinic c: there is no such clinic; name a clinic_id of `clinics import`.",
                "서울특별시 | b |            | a | --from-clinic b is in 부산광역시: leave --from-sido out.",
                "서울특별시 |   | 서울특별시 |   | 서울특별시 -> 서울특별시 moves nothing: ",
                "           |   |            |   | everywhere -> everywhere moves nothing: "
            })
    void isRefusedByTheOptionThatIsWrong(
            String fromSido, String fromClinic, String toSido, String toClinic, String refusal) {
        Move move = new Move(
                POOL.id(), side(fromSido, fromClinic), side(toSido, toClinic), OptionalLong.empty(), "no demand");

        CommandFailure refused =
                assertThrows(CommandFailure.class, () -> new Mover(owner, ZoneOffset.UTC).move(POOL, move));

        assertEquals(ExitCode.WRONG_USAGE, refused.exitCode());
        assertEquals(refusal, refused.getMessage().substring(0, refusal.length()));
    }

    private static Move.Side side(String sido, String clinic) {
        return new Move.Side(Optional.ofNullable(sido), Optional.ofNullable(clinic), Optional.empty());
    }
}
