/// How staff prove who they are: password, second factor, and the steps between.
@NullMarked
package cn.jinlin.api.account.staff.proof;

import org.jspecify.annotations.NullMarked;
