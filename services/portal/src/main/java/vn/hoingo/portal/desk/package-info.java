/** My desk: what waits for me, how my event stands, what happened while I was away. */
@NullMarked
package vn.hoingo.portal.desk;

import org.jspecify.annotations.NullMarked;
