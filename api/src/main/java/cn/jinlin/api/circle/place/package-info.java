/// Places that people name to begin a walk from.
@NullMarked
package cn.jinlin.api.circle.place;

import org.jspecify.annotations.NullMarked;
