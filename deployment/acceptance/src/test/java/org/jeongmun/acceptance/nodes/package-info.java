/** Several portals on one database: what is true on one of them is true on all. */
package org.jeongmun.acceptance.nodes;
