/// Units of the district's administration, who works in them, and what they may do there.
@NullMarked
@org.springframework.modulith.NamedInterface("staff")
package cn.jinlin.api.account.staff;

import org.jspecify.annotations.NullMarked;
