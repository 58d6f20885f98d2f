/// Short messages to phones.
@NullMarked
@ApplicationModule(allowedDependencies = {"personal"})
package cn.jinlin.api.sms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
