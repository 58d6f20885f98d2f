/// Profiles and homes: what a resident says of themselves.
@NullMarked
@org.springframework.modulith.NamedInterface("person")
package cn.jinlin.api.account.person;

import org.jspecify.annotations.NullMarked;
