/** Many people at once, from a sheet: looked at first, taken in afterwards, and taken back when it was a mistake. */
@NullMarked
package vn.hoingo.delegations.bulkimport;

import org.jspecify.annotations.NullMarked;
