@NullMarked
package cn.jinlin.api.support;

import org.jspecify.annotations.NullMarked;
