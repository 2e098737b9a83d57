/** The benchmarks themselves, each by its name, and the command that runs them. */
package org.jeongmun.benchmark.drill;
