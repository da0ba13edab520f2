/** Saving is announcing: what a service decides reaches every other service, once in effect, whatever breaks. */
@NullMarked
package vn.hoingo.messaging;

import org.jspecify.annotations.NullMarked;
