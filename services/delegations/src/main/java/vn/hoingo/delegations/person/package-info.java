/** People as the department knows them across events; their names live here and nowhere else. */
@NullMarked
package vn.hoingo.delegations.person;

import org.jspecify.annotations.NullMarked;
