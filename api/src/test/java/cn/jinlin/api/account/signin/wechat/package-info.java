@NullMarked
package cn.jinlin.api.account.signin.wechat;

import org.jspecify.annotations.NullMarked;
