/**
 * The citizen's pages: what each shows, and what it does with what people send. Views are under {@code WEB-INF/views}.
 */
package org.jeongmun.web.page;
