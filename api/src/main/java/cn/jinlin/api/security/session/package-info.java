/// Sign-ins: which are open, which ended, and how they are renewed.
@NullMarked
package cn.jinlin.api.security.session;

import org.jspecify.annotations.NullMarked;
