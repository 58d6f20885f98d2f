@NullMarked
package cn.jinlin.engines;

import org.jspecify.annotations.NullMarked;
