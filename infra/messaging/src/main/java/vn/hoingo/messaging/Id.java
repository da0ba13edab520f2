package vn.hoingo.messaging;

import java.util.UUID;

/** The identity of an aggregate: a record of one UUID, so that the ids of two kinds of thing are never mixed up. */
public interface Id {

    UUID value();
}
