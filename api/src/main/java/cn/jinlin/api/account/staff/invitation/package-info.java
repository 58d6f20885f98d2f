/// How accounts of staff are made: by invitation, and the first administrator's by a link on the console.
@NullMarked
@org.springframework.modulith.NamedInterface("staff-invitation")
package cn.jinlin.api.account.staff.invitation;

import org.jspecify.annotations.NullMarked;
