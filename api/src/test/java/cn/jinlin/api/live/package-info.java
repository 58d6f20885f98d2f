@NullMarked
package cn.jinlin.api.live;

import org.jspecify.annotations.NullMarked;
