/// Real PostgreSQL, Redis and Elasticsearch as child processes: for the one-machine edition and for tests.
///
/// Start them with [cn.jinlin.engines.Engines]; nothing outlives this JVM, however it ends.
@NullMarked
package cn.jinlin.engines;

import org.jspecify.annotations.NullMarked;
