package vn.hoingo.delegations.checkin;

import vn.hoingo.doors.Coded;

/** Which way somebody passes. */
enum Direction implements Coded {
    IN,
    OUT
}
