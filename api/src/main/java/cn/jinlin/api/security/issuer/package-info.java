/// The token endpoint and what belongs to it.
@NullMarked
package cn.jinlin.api.security.issuer;

import org.jspecify.annotations.NullMarked;
