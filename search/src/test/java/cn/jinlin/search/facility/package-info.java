@NullMarked
package cn.jinlin.search.facility;

import org.jspecify.annotations.NullMarked;
