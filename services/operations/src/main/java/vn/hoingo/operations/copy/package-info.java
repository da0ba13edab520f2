/** Local copies of all services, and making one anew from the first message on. */
@NullMarked
package vn.hoingo.operations.copy;

import org.jspecify.annotations.NullMarked;
