package org.jeongmun.web.notice;

import java.util.List;
import org.jeongmun.lock.answer.Page;
import org.jeongmun.lock.answer.Page.Section;
import org.jeongmun.lock.answer.RefusalTexts;
import org.jeongmun.schedule.LocalizedText;

/** The texts that are the same in every state: what is kept about people, and how the pages can be used. */
final class StandingTexts {
    static final Page PRIVACY = new Page(
            new LocalizedText("개인정보 처리방침", "Privacy"),
            List.of(new LocalizedText(
                    "이 포털은 예방접종 사전예약에 필요한 정보만 다룹니다.", "This portal handles only what a vaccination booking needs.")),
            List.of(
                    section(
                            "무엇을 묻고 무엇을 남기나요",
                            "What we ask and what we keep",
                            new LocalizedText(
                                    "본인확인 때 이름, 생년월일, 전화번호를 묻습니다. 데이터베이스에는 이름·생년월일·전화번호를 남기지 않고,"
                                            + " 비밀 열쇠로 만든 되돌릴 수 없는 값과 예약 내용(의료기관, 시간, 상태)만 남깁니다.",
                                    "To check in you give your name, birth date and phone number. The database keeps none of"
                                            + " them: only values made from them with a secret key, which cannot be turned"
                                            + " back, and the booking itself (clinic, time, state)."),
                            new LocalizedText(
                                    "주민등록번호는 묻지도 남기지도 않습니다.",
                                    "A resident registration number is neither asked for nor kept.")),
                    section(
                            "쿠키",
                            "Cookies",
                            new LocalizedText(
                                    "예약을 이어가는 데 필요한 쿠키만 씁니다. 누구이며 무엇을 골랐는지는 암호화되어 있고, 대기 순번과 입장권은 서명되어"
                                            + " 있어 바꿀 수 없습니다. 스크립트가 읽을 수 없고, 다른 사이트로 보내지 않습니다. 이 안내 화면은 쿠키를 쓰지"
                                            + " 않습니다.",
                                    "Only cookies that carry your booking from step to step are used. Who you are and what"
                                            + " you chose is encrypted; your place in line and your pass are signed, so that"
                                            + " nobody can change them. No script can read them, and they are for this site"
                                            + " alone. Notices like this one set none.")),
                    section(
                            "다른 곳에 알리나요",
                            "Who else learns of it",
                            new LocalizedText(
                                    "통계나 광고를 위한 외부 서비스는 쓰지 않습니다. 화면은 다른 서버의 어떤 것도 불러오지 않습니다.",
                                    "No outside service for statistics or advertising is used. The pages load nothing from"
                                            + " any other server."))),
            List.of(RefusalTexts.TO_FIRST_PAGE));

    static final Page ACCESSIBILITY = new Page(
            new LocalizedText("접근성", "Accessibility"),
            List.of(new LocalizedText(
                    "누구나 같은 화면에서 같은 순서로 예약하실 수 있어야 합니다.",
                    "Everybody should be able to book on the same pages in the same order.")),
            List.of(
                    section(
                            "지켜지는 것",
                            "What holds",
                            new LocalizedText(
                                    "모든 화면은 자바스크립트 없이, 키보드만으로 쓸 수 있습니다. 모든 입력 칸에는 이름표가 있고, 잘못된 곳은 그 칸"
                                            + " 옆과 화면 위쪽에 글로 알려 드립니다.",
                                    "Every page works without JavaScript and with the keyboard alone. Every input has a"
                                            + " label, and what is wrong is said in words beside it and at the top."),
                            new LocalizedText(
                                    "글자 크기는 브라우저에서 바꾸실 수 있고, 색으로만 뜻을 전하지 않습니다. 모든 글은 한국어와 영어로 함께 나오고, 의료기관과 시·군·구의 이름은 한국어로만 나옵니다.",
                                    "Text can be enlarged in the browser, and nothing is told by colour alone. All texts are"
                                            + " in Korean and in English; names of clinics and districts are in Korean.")),
                    section(
                            "아직 안 되는 것",
                            "What is still missing",
                            new LocalizedText(
                                    "수어 안내와 쉬운 글 안내는 아직 없습니다. 화면 낭독기를 쓰는 분들과 함께 한 시험은 아직 하지 않았습니다.",
                                    "There is no sign language and no easy-read version yet, and no test with people who use"
                                            + " screen readers has been made yet."))),
            List.of(RefusalTexts.TO_FIRST_PAGE));

    private StandingTexts() {}

    private static Section section(String ko, String en, LocalizedText... body) {
        return new Section(new LocalizedText(ko, en), List.of(body));
    }
}
