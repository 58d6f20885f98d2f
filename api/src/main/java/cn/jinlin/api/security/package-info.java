/// Who may do what: sign-ins, tokens, keys, cookies and response headers.
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql", "personal", "watch"})
package cn.jinlin.api.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
