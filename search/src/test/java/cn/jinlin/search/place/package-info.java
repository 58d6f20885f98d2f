@NullMarked
package cn.jinlin.search.place;

import org.jspecify.annotations.NullMarked;
