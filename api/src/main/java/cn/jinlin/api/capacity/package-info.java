/// The one path by which a place is held, taken, given back, promoted. Knows no domain.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package cn.jinlin.api.capacity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
