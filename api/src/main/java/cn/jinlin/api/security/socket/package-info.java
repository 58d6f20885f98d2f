/// Sign-ins of long connections: at their start, while they last, and at their end.
@NullMarked
package cn.jinlin.api.security.socket;

import org.jspecify.annotations.NullMarked;
