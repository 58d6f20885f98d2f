/// What is told about a file: why it was refused, and what is wrong with each of its rows.
@NullMarked
package cn.jinlin.api.facility.intake.report;

import org.jspecify.annotations.NullMarked;
