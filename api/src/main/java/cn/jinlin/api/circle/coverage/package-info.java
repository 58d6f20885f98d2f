/// How well homes are served: each home's nearest facility on foot, counted, planned with and kept month by month.
@NullMarked
package cn.jinlin.api.circle.coverage;

import org.jspecify.annotations.NullMarked;
