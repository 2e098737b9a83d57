/** Doing for many at once what each has asked for. */
package org.jeongmun.web.batch;
