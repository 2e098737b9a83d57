/** What a node may believe about the database's clock, and how wrong that belief can be. Pure; never the wall clock. */
package org.jeongmun.clock;
