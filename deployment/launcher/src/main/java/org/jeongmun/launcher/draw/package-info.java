/** {@code draw}: the public random value before a draw, and the proof that everything went by it afterwards. */
package org.jeongmun.launcher.draw;
