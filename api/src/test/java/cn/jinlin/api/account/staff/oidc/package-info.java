@NullMarked
package cn.jinlin.api.account.staff.oidc;

import org.jspecify.annotations.NullMarked;
