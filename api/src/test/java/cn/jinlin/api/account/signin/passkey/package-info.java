@NullMarked
package cn.jinlin.api.account.signin.passkey;

import org.jspecify.annotations.NullMarked;
