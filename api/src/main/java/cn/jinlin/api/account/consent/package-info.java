/// Consents: the purposes people agree to, in which words, and who decided what when.
@NullMarked
@org.springframework.modulith.NamedInterface("consent")
package cn.jinlin.api.account.consent;

import org.jspecify.annotations.NullMarked;
