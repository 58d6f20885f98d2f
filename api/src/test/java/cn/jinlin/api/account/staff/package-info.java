/// Hides the package's own description when tests run, and so has to say the same.
@NullMarked
@org.springframework.modulith.NamedInterface("staff")
package cn.jinlin.api.account.staff;

import org.jspecify.annotations.NullMarked;
