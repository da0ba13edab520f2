/** A partner registers its delegation: five steps in plain words, each saved, left and taken up again. */
@NullMarked
package vn.hoingo.portal.registration;

import org.jspecify.annotations.NullMarked;
