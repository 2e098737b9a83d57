/** What a test knows of the machine that it runs on. */
package org.jeongmun.acceptance.machine;
