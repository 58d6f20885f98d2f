/// Personal data at rest and on the screen: encrypted with a key outside the record, found by blind index only, masked
/// wherever nobody needs the whole.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package cn.jinlin.api.personal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
