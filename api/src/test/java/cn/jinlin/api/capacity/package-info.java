@NullMarked
package cn.jinlin.api.capacity;

import org.jspecify.annotations.NullMarked;
