/** Members from a sheet: what would become of each row, then the word to take them in, and the way back. */
@NullMarked
package vn.hoingo.portal.bulkimport;

import org.jspecify.annotations.NullMarked;
