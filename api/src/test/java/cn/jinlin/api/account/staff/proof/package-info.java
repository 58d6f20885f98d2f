@NullMarked
package cn.jinlin.api.account.staff.proof;

import org.jspecify.annotations.NullMarked;
