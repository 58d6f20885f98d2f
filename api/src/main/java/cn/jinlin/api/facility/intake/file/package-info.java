/// Reads files of foreign make as records of our fields, one at a time.
@NullMarked
package cn.jinlin.api.facility.intake.file;

import org.jspecify.annotations.NullMarked;
