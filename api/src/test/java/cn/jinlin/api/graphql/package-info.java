@NullMarked
package cn.jinlin.api.graphql;

import org.jspecify.annotations.NullMarked;
