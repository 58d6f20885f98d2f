/// Who may do what, and who sees what of whom: read from the running service and compared with one table.
@NullMarked
package cn.jinlin.api.authorization;

import org.jspecify.annotations.NullMarked;
