/// Working days and opening hours, in Asia/Shanghai.
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql"})
package cn.jinlin.api.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
