/// The wordings of messages, in both languages, by version.
@NullMarked
package cn.jinlin.api.notification.template;

import org.jspecify.annotations.NullMarked;
