/** What makes a database a demo: the mark it is born with, and its clock. */
package org.jeongmun.launcher.demo;
