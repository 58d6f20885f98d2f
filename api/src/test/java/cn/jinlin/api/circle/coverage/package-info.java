@NullMarked
package cn.jinlin.api.circle.coverage;

import org.jspecify.annotations.NullMarked;
