@NullMarked
package cn.jinlin.standalone;

import org.jspecify.annotations.NullMarked;
