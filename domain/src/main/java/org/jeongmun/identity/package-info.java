/**
 * How an identity becomes a keyed hash: what people write, read in one way, and keys that are derived from one secret.
 */
package org.jeongmun.identity;
