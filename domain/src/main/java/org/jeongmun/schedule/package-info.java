/** The opening schedule: which cohort may book when, and what the portal as a whole says of itself at an instant. */
package org.jeongmun.schedule;
