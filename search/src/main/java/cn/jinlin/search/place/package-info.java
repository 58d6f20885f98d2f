/// Finding named places on the ground, to begin a walk from.
@NullMarked
package cn.jinlin.search.place;

import org.jspecify.annotations.NullMarked;
