/** The frame of every page: who reads it, in which language, its words, dates, icons, forms and doors. */
@NullMarked
package vn.hoingo.portal.page;

import org.jspecify.annotations.NullMarked;
