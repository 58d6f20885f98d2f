package cn.jinlin.api.support;

import java.util.List;
import java.util.Map;

import org.springframework.boot.test.context.TestComponent;

/// Three facilities that differ in what matters, always under the same ids.
@TestComponent
public class DistrictOfThree {

    private static final String CREATE = """
            mutation($input: CreateFacilityInput!) { createFacility(input: $input) { facility { id } userErrors { code field } } }""";
    private static final String EXCEPTION = """
            mutation($input: DeclareFacilityExceptionInput!) { declareFacilityException(input: $input) { userErrors { code } } }""";

    private final Records records;
    private final GraphQl graphQl;

    DistrictOfThree(Records records, GraphQl graphQl) {
        this.records = records;
        this.graphQl = graphQl;
    }

    public void prepare() {
        records.clear();
        records.insertRegions();
        records.insertCalendar();
        String health = create(
                Map.ofEntries(Map.entry("name", "梅园街道社区卫生服务中心"), Map.entry("nameEn", "Meiyuan Community Health Centre"),
                        Map.entry("otherNames", List.of("梅园医院")), Map.entry("category", "HLT-C"),
                        Map.entry("operator", "近邻区卫生健康委员会"),
                        Map.entry("description", "基本医疗与公共卫生服务"), Map.entry("address", "梅园路88号"),
                        Map.entry("addressEn", "88 Meiyuan Road"),
                        Map.entry("location", Map.of("lat", 31.101, "lon", 121.401)), Map.entry("subdistrict", "JL01"),
                        Map.entry("charge", "LOW"),
                        Map.entry("accessibility", List.of("STEP_FREE_ENTRANCE", "LIFT")),
                        Map.entry("languages", List.of("zh", "en")),
                        Map.entry("phones", List.of(Map.of("number", "021-55500001", "label", "预约"))),
                        Map.entry("website", "https://health.example.cn/meiyuan"),
                        Map.entry("services", List.of("预防接种", "家庭医生签约")),
                        Map.entry("schedules", List.of(weekdays("08:00", "11:30"), weekdays("13:30", "17:00")))));
        graphQl.askAsAdmin(EXCEPTION, Map.of("input", Map.of("id", health, "date", "2099-06-01", "periods",
                List.of(Map.of("opens", "08:00", "closes", "11:30")), "note", "下午培训")));
        create(Map.of("name", "长征镇药店", "category", "PHA", "address", "长征路5弄1号", "subdistrict", "JL02", "charge", "PAID",
                "location",
                Map.of("lat", 31.11, "lon", 121.41), "holidayPolicy", "AS_USUAL", "schedules",
                List.of(Map.of("byday", List.of(1, 2, 3, 4, 5, 6, 7), "opensAt", "00:00", "closesAt", "24:00"))));
        create(Map.of("name", "梅园图书馆", "category", "CUL-L", "address", "", "charge", "FREE", "audiences",
                List.of("EVERYONE", "CHILDREN")));
        records.awaitIndexed();
    }

    private static Map<String, Object> weekdays(String opens, String closes) {
        return Map.of("byday", List.of(1, 2, 3, 4, 5), "opensAt", opens, "closesAt", closes);
    }

    private String create(Map<String, Object> input) {
        return graphQl.askAsAdmin(CREATE, Map.of("input", input)).data("createFacility/facility/id").asString();
    }
}
