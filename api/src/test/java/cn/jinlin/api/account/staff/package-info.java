@NullMarked
package cn.jinlin.api.account.staff;

import org.jspecify.annotations.NullMarked;
