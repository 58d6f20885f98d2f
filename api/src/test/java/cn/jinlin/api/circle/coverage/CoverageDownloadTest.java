package cn.jinlin.api.circle.coverage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Import(StreetDistrict.class)
class CoverageDownloadTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private StreetDistrict district;
    @Autowired
    private CoverageMaps maps;

    @BeforeEach
    void street() {
        district.prepare();
        district.open("HLT-S", StreetDistrict.corner(2), 121.4);
        maps.look();
    }

    @AfterEach
    void leaveNothing() {
        district.remove();
    }

    @Test
    void allNeighbourhoodsComeAsATableThatNoSpreadsheetRuns() {
        HttpResponse<String> table = get("/coverage.csv?category=HLT-S&profile=ADULT", "zh-CN");

        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).isEqualToIgnoringWhitespace("text/csv;charset=UTF-8"));
        assertThat(table.headers().firstValue("Content-Disposition")).hasValueSatisfying(
                told -> assertThat(told).startsWith("attachment").contains("coverage-HLT-S-ADULT.csv"));
        assertThat(table.body().lines()).containsExactly(
                "\uFEFF街镇代码,街镇,居村委代码,居村委,居民数,承诺步行分钟,步行达标居民数,步行达标率,标准步行米数,米数达标居民数,米数达标率,中位步行分钟,一小时内无设施居民数",
                "JL02,长征镇,JL02001,'=长征新村,250,5,0,0.0000,300,0,0.0000,11.9,50",
                "JL01,梅园街道,JL01001,梅园一村居委会,400,5,400,1.0000,300,400,1.0000,3.0,0");
    }

    @Test
    void itIsInTheLanguageAskedForAndOfTheSubdistrictAskedFor() {
        HttpResponse<String> table = get("/coverage.csv?category=HLT-S&profile=WHEELCHAIR&subdistrict=JL01", "en");
        assertThat(table.body().lines()).hasSize(2)
                .last()
                .isEqualTo(
                        "JL01,Meiyuan Sub-district,JL01001,Meiyuan First Village,400,5,300,0.7500,300,300,0.7500,4.2,100");
        assertThat(table.body()).contains("median_minutes");
    }

    @ParameterizedTest
    @CsvSource({"category=NOPE, category, NOPE", "'', category, category",
        "category=HLT-S&profile=DOG, profile, WHEELCHAIR",
        "category=HLT-S&subdistrict=X, subdistrict, X", "category=HLT-S&subdistrict=, subdistrict, ''"})
    void wrongParametersAreRefusedInWords(String query, String field, String named) {
        HttpResponse<String> refused = get("/coverage.csv?" + query, "en");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).startsWith(field + ": ").contains(named);
    }

    @Test
    void withoutHomesThereIsNoTableAndThatIsSaid() {
        district.prepareWithoutGround();
        HttpResponse<String> none = get("/coverage.csv?category=HLT-S", "en");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("imported");
    }

    private HttpResponse<String> get(String path, String language) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(graphQl.address() + path))
                    .header("Accept-Language", language)
                    .build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError("The service does not answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopped);
        }
    }
}
