@NullMarked
package cn.jinlin.api;

import org.jspecify.annotations.NullMarked;
