/// The GraphQL service, a modular monolith: one flat package per domain, and the floor packages they stand on.
@NullMarked
package cn.jinlin.api;

import org.jspecify.annotations.NullMarked;
