@NullMarked
package cn.jinlin.api.sms;

import org.jspecify.annotations.NullMarked;
