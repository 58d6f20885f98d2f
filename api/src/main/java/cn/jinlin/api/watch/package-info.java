/// Waiting for the record to change.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package cn.jinlin.api.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
