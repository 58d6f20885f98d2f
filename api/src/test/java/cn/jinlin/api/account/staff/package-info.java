/// Named as in the product: of two descriptions of one package the first on the path is read, and here that is this one.
@NullMarked
@NamedInterface("staff")
package cn.jinlin.api.account.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
