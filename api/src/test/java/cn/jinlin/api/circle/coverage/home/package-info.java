@NullMarked
package cn.jinlin.api.circle.coverage.home;

import org.jspecify.annotations.NullMarked;
