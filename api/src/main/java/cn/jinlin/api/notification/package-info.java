/// Messages to residents and staff: their list in the portal, e-mail, short messages, WeChat. Other domains send through
/// `Notifications` and answer for their people through `Recipients`; this one knows none of them.
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql", "security", "personal", "sms", "live", "watch", "calendar"})
package cn.jinlin.api.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
