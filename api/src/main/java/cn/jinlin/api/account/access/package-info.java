/// Staff looking at residents: masked, for a reason, on record.
@NullMarked
@NamedInterface("access")
package cn.jinlin.api.account.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
