/** What the README says of the code, held against the code. */
package org.jeongmun.acceptance.readme;
