package vn.hoingo.logistics.diary;

import vn.hoingo.doors.Coded;

/** What can be booked. */
public enum Kind implements Coded {
    VEHICLE,
    INTERPRETER,
    DRIVER,
    LIAISON_OFFICER
}
