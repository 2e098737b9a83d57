/** A servlet that does next to nothing, on the portal's server, with the portal's gate in front of it and without. */
package org.jeongmun.benchmark.gated;
