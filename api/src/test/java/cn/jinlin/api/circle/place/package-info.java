@NullMarked
package cn.jinlin.api.circle.place;

import org.jspecify.annotations.NullMarked;
