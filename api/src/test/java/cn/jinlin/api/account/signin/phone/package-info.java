@NullMarked
package cn.jinlin.api.account.signin.phone;

import org.jspecify.annotations.NullMarked;
