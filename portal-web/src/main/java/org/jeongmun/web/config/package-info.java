/** What can be set from outside, in one list, and the connection that the settings describe. */
package org.jeongmun.web.config;
