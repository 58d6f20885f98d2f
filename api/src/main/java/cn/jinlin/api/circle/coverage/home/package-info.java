/// Where people live: the record of homes, and taking them from files.
@NullMarked
package cn.jinlin.api.circle.coverage.home;

import org.jspecify.annotations.NullMarked;
