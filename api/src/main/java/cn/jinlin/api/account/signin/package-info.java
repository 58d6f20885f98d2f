/// How residents prove who they are, and what keeps others from guessing it.
@NullMarked
@org.springframework.modulith.NamedInterface("sign-in")
package cn.jinlin.api.account.signin;

import org.jspecify.annotations.NullMarked;
