package org.jeongmun.web.page;

import org.jeongmun.schedule.LocalizedText;

/**
 * Something that keeps a form from being done.
 *
 * @param field the name of the input that it is about; empty = the whole form
 * @param text what is wrong and what to do
 */
public record Problem(String field, LocalizedText text) {
    /** @return whether one input can be pointed at */
    public boolean isOfField() {
        return !field.isEmpty();
    }
}
