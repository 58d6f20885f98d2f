/// Who gets through the doors: cookies, bearer tokens, other origins, response headers.
@NullMarked
package cn.jinlin.api.security.web;

import org.jspecify.annotations.NullMarked;
