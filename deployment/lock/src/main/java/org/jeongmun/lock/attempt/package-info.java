/** What a lock has refused, in numbers alone: by route of the finite list, class and state, never by whom. */
package org.jeongmun.lock.attempt;
