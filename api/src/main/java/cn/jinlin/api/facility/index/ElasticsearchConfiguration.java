package cn.jinlin.api.facility.index;

import cn.jinlin.search.facility.FacilityIndex;
import cn.jinlin.search.facility.FacilitySearch;
import cn.jinlin.search.facility.FacilitySearches;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ElasticsearchConfiguration {

    @Bean(destroyMethod = "close")
    FacilitySearches facilitySearches(ElasticsearchProperties properties) {
        return FacilitySearches.connect(properties.uris(), properties.prefix());
    }

    @Bean
    FacilitySearch facilitySearch(FacilitySearches searches) {
        return searches.search();
    }

    @Bean
    FacilityIndex facilityIndex(FacilitySearches searches) {
        return searches.index();
    }
}
