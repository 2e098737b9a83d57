/** Tests of the look-up by SMART Scheduling Links. */
package org.jeongmun.plugin.lookupsmart;
