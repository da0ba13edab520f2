/** The screens: what each person needs to see and do, put together from the services that own it. Owns no data. */
@NullMarked
package vn.hoingo.portal;

import org.jspecify.annotations.NullMarked;
