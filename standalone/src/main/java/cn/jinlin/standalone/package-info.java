/// The one-machine edition: the service with real engines of its own, and the `jinlin` command line.
@NullMarked
package cn.jinlin.standalone;

import org.jspecify.annotations.NullMarked;
