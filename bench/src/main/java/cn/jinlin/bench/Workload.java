package cn.jinlin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.facility.FacilityQuery;
import cn.jinlin.search.facility.FacilitySearchBody;
import cn.jinlin.search.facility.OpenMoment;
import cn.jinlin.search.facility.OpeningTimes;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The same questions for both sides: as the portal asks the service, and as the service asks Elasticsearch.
final class Workload {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PLAIN = "application/json";
    private static final int PAGE = 20;
    private static final int SUGGESTIONS = 8;
    private static final GeoPoint HERE = new GeoPoint(31.12, 121.42);

    /// All the ways people ask: Chinese whole and part, alias, pinyin, initials, traditional, English, address, service.
    private static final List<String> WORDS = List.of("社区卫生服务中心", "药店", "老年食堂", "社区医院", "yaodian", "tushuguan",
            "sqwsfwzx", "圖書館",
            "library", "长征路", "菜市场", "银行", "厕所", "预防接种", "事务受理", "yinhang", "健身", "幼儿园", "nursing home", "衛生服務");
    private static final List<String> PREFIXES = List.of("社区", "药", "yaod", "tus", "图书", "lib", "长者", "银行", "sq", "卫生");

    private static final String CIRCLE = """
            query($at: PointInput!) { circle(at: $at) { estimated totalCount tiers { tier missing { category { code } }
              categories { category { code name } totalCount openCount
                facilities(first: 3) { open walk { minutes metres } facility { id name } } } } } }""";

    private Workload() {}

    static Contest search(String service, String elasticsearch) {
        return new Contest(
                WORDS.stream()
                        .map(text -> portal(service, "SearchFacilities", Map.of("first", PAGE, "search",
                                Map.of("text", text, "near", Map.of("lat", HERE.lat(), "lon", HERE.lon())))))
                        .toList(),
                WORDS.stream().map(text -> raw(elasticsearch, FacilitySearchBody.search(query(text)))).toList());
    }

    static Contest suggest(String service, String elasticsearch) {
        return new Contest(PREFIXES.stream()
                .map(prefix -> portal(service, "SuggestFacilities",
                        Map.of("prefix", prefix, "near", Map.of("lat", HERE.lat(), "lon", HERE.lon()))))
                .toList(),
                PREFIXES.stream()
                        .map(prefix -> raw(elasticsearch, FacilitySearchBody.suggest(prefix, HERE, SUGGESTIONS)))
                        .toList());
    }

    /// The pages that a search finds first, from a service with caches against one without.
    static Contest pages(String cached, String uncached) {
        byte[] answer = portal(cached, "SearchFacilities", Map.of("first", 50, "search", Map.of())).send();
        List<String> ids = JSON.readTree(answer)
                .at("/data/facilities/edges")
                .valueStream()
                .map(edge -> edge.at("/node/id").asString())
                .toList();
        return new Contest(ids.stream().map(id -> portal(cached, "FacilityPage", Map.of("id", id))).toList(),
                ids.stream().map(id -> portal(uncached, "FacilityPage", Map.of("id", id))).toList());
    }

    /// The circle as the portal asks it, around places all over the demo district, against a query for nothing.
    static Contest circle(String service) {
        return new Contest(
                IntStream.range(0, 200)
                        .mapToObj(i -> Map.of("lat", 31.06 + i % 20 * 0.006, "lon",
                                121.36 + Math.floorDiv(i, 20) * 0.012))
                        .map(at -> plain(service, CIRCLE, Map.of("at", at)))
                        .toList(),
                List.of(plain(service, "{ __typename }", Map.of())));
    }

    private static Exchange plain(String service, String document, Map<String, ?> variables) {
        return Exchange.post(service + "/graphql",
                JSON.writeValueAsBytes(Map.of("query", document, "variables", variables)), PLAIN);
    }

    private static Exchange raw(String elasticsearch, byte[] body) {
        return Exchange.post(elasticsearch + "/" + FacilitySearchBody.alias("jinlin") + "/_search", body, PLAIN);
    }

    private static Exchange portal(String service, String operation, Map<String, ?> variables) {
        return Exchange.post(service + "/graphql", JSON.writeValueAsBytes(Map.of("variables", variables, "extensions",
                Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash(operation))))), PLAIN);
    }

    private static String hash(String operation) {
        try (var file = Objects
                .requireNonNull(Workload.class.getResourceAsStream("/META-INF/jinlin/persisted-documents.json"))) {
            Map<String, String> documents = JSON.readValue(new String(file.readAllBytes(), StandardCharsets.UTF_8),
                    new TypeReference<>() {
                    });
            return documents.entrySet()
                    .stream()
                    .filter(document -> document.getValue().contains("query " + operation))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// As the service makes it of the portal's search.
    private static FacilityQuery query(String text) {
        return new FacilityQuery(text, HERE, null, List.of(), List.of(), null, List.of(), List.of(), List.of(),
                List.of(),
                FacilityQuery.Sort.RELEVANCE, now(), PAGE, List.of(), EnumSet.allOf(FacilityQuery.Part.class));
    }

    private static OpenMoment now() {
        var now = Instant.now().atZone(ZoneId.of("Asia/Shanghai"));
        LocalDate day = now.toLocalDate();
        int minute = now.getHour() * 60 + now.getMinute();
        return new OpenMoment(now.toInstant(), day,
                (day.getDayOfWeek().getValue() - 1) * OpeningTimes.MINUTES_PER_KIND + minute,
                day.minusDays(1),
                (day.minusDays(1).getDayOfWeek().getValue() - 1) * OpeningTimes.MINUTES_PER_KIND + 24 * 60 + minute);
    }
}
