@NullMarked
package cn.jinlin.bench;

import org.jspecify.annotations.NullMarked;
