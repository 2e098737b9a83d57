/**
 * Who may know whom. The rules read the compiled classes of every module, and a witness makes sure that no rule passes
 * because there was nothing to judge.
 */
package org.jeongmun.acceptance.architecture;
