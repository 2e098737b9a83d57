/** The gate from outside: what each URL answers, however it is spelled and whoever asks. */
package org.jeongmun.acceptance.gate;
