/** Tables as people keep them, CSV or XLSX: read with suspicion, written so that no spreadsheet calculates them. */
@NullMarked
package vn.hoingo.delegations.sheet;

import org.jspecify.annotations.NullMarked;
