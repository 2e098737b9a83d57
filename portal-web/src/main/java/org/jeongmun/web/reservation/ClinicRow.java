package org.jeongmun.web.reservation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A clinic as a reservation names it. Read, never written. */
@Entity(name = "Clinic")
@Table(name = "clinic")
class ClinicRow {
    @Id
    private String id;

    @Column(name = "name")
    private String name;

    @Column(name = "address")
    private String address;

    @Column(name = "phone")
    private String phone;

    /** For Jakarta Persistence. */
    protected ClinicRow() {}

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    String address() {
        return address;
    }

    String phone() {
        return phone;
    }
}
