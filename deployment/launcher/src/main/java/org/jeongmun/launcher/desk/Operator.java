package org.jeongmun.launcher.desk;

/** Who is at the desk, by what the machine knows. */
final class Operator {
    private Operator() {}

    /** @return the user of this process */
    static String atThisTerminal() {
        String user = System.getProperty("user.name", "");
        return user.isBlank() ? "unknown" : user.strip();
    }
}
