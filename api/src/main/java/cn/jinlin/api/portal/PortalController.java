package cn.jinlin.api.portal;

import java.util.List;
import java.util.Map;

import cn.jinlin.api.security.PortalContentPolicy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// Pages of the portal are made in the browser: every page address answers with the same shell.
@Controller
class PortalController {

    private final PortalContentPolicy map;

    PortalController(PortalContentPolicy map) {
        this.map = map;
    }

    /// An address without a dot is a page; one with a dot is a file, and a missing file is a 404.
    @GetMapping({"/", "/{a:[^.]*}", "/{a:[^.]*}/{b:[^.]*}", "/{a:[^.]*}/{b:[^.]*}/{c:[^.]*}",
        "/{a:[^.]*}/{b:[^.]*}/{c:[^.]*}/{d:[^.]*}", "/{a:[^.]*}/{b:[^.]*}/{c:[^.]*}/{d:[^.]*}/{e:[^.]*}"})
    String page() {
        return "forward:/index.html";
    }

    /// What the portal learns when it starts rather than when it is built.
    @GetMapping("/config.json")
    @ResponseBody
    Map<String, List<PortalContentPolicy.Tiles>> configuration() {
        return Map.of("tiles", map.tiles());
    }
}
