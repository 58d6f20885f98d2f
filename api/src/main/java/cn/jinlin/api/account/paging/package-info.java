/// Pages of lists that grow.
@NullMarked
package cn.jinlin.api.account.paging;

import org.jspecify.annotations.NullMarked;
