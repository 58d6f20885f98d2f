/// Who may do what: tokens, keys and response headers.
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql"})
package cn.jinlin.api.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
