/// The walking networks: kept in the record, loaded by every node.
@NullMarked
package cn.jinlin.api.circle.network;

import org.jspecify.annotations.NullMarked;
