/** What makes a database a demo: the mark it is born with, its clock and its story. */
package org.jeongmun.launcher.demo;
