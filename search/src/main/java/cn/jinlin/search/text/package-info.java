@NullMarked
package cn.jinlin.search.text;

import org.jspecify.annotations.NullMarked;
