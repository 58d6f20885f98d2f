/// Signing in by phone and one-time code, and moving an account to another number.
@NullMarked
package cn.jinlin.api.account.signin.phone;

import org.jspecify.annotations.NullMarked;
