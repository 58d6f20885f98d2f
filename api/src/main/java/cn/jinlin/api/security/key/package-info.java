/// The keys that sign tokens, and the checking of tokens with them.
@NullMarked
package cn.jinlin.api.security.key;

import org.jspecify.annotations.NullMarked;
