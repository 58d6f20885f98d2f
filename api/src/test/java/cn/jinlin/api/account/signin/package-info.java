@NullMarked
package cn.jinlin.api.account.signin;

import org.jspecify.annotations.NullMarked;
