@NullMarked
package cn.jinlin.search.walk;

import org.jspecify.annotations.NullMarked;
