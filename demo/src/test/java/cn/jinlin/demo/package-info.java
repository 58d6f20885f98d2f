@NullMarked
package cn.jinlin.demo;

import org.jspecify.annotations.NullMarked;
