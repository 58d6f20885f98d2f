/// Residents: who they are to everything else that the portal does.
@NullMarked
@org.springframework.modulith.NamedInterface("resident")
package cn.jinlin.api.account.resident;

import org.jspecify.annotations.NullMarked;
