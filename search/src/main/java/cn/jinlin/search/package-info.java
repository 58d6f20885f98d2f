@NullMarked
package cn.jinlin.search;

import org.jspecify.annotations.NullMarked;
