/** What was shown to visitors against what stands in the tables: a run that breaks a promise reports nothing else. */
package org.jeongmun.benchmark.ledger;
