/** What a run leaves behind: a page in Markdown, plots as SVG, and the raw figures. */
package org.jeongmun.benchmark.report;
