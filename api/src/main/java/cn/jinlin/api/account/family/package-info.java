/// Acting for another (为家人代办): who may, for whom, in what, until when.
@NullMarked
@org.springframework.modulith.NamedInterface("family")
package cn.jinlin.api.account.family;

import org.jspecify.annotations.NullMarked;
