/// Staff looking at residents: masked, for a reason, on record.
@NullMarked
package cn.jinlin.api.account.access;

import org.jspecify.annotations.NullMarked;
