@NullMarked
package cn.jinlin.search.walk.osm;

import org.jspecify.annotations.NullMarked;
