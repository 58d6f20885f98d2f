/// Reads files of foreign make as records of our fields, one at a time.
@NullMarked
@NamedInterface("intake-file")
package cn.jinlin.api.facility.intake.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
