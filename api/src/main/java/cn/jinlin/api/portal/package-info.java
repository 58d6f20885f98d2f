/// Serves the single-page portal from its jar.
@NullMarked
@ApplicationModule(allowedDependencies = {"security"})
package cn.jinlin.api.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
