/// Staff who sign in at the district's identity provider (OpenID Connect).
@NullMarked
package cn.jinlin.api.account.staff.oidc;

import org.jspecify.annotations.NullMarked;
