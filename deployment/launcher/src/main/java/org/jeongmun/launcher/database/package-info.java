/**
 * The database a command works on: a PostgreSQL of our own in the data folder, or a server; its roles and its schema.
 */
package org.jeongmun.launcher.database;
