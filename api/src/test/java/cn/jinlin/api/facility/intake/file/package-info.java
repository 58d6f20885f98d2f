@NullMarked
package cn.jinlin.api.facility.intake.file;

import org.jspecify.annotations.NullMarked;
