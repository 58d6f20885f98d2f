/// The rights over one's own data: a copy, erasure, and an end to keeping.
@NullMarked
package cn.jinlin.api.account.rights;

import org.jspecify.annotations.NullMarked;
