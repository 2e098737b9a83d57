/** The secrets of this portal, and what is made with them: keyed hashes of who somebody is, and signatures. */
package org.jeongmun.web.keys;
