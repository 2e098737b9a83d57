/** SMART Scheduling Links: clinics, schedules and free slots as FHIR R4 resources, for look-up portals of any kind. */
package org.jeongmun.plugin.lookupsmart;
