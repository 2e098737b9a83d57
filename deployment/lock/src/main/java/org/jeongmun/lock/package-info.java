/**
 * What both locks of the gate are made of: the filter in the application and the valve in front of every application.
 * They share this code and no object: each has copies of the classes, a connection, a thread and an estimate of its
 * own. Here too is what the parts of one process ask each other across their class loaders.
 */
package org.jeongmun.lock;
