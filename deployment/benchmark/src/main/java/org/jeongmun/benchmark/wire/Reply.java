package org.jeongmun.benchmark.wire;

/** Who asked, and is told the answer. Called on the thread of the {@link Wire}; may ask again at once. */
public interface Reply {
    /** The answer is whole. */
    void answered(Answer answer);

    /** There is no answer, for this reason in a few words. */
    void failed(String reason);
}
