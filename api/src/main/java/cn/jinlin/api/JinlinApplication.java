package cn.jinlin.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The service. Needs PostgreSQL; works, more slowly or more plainly, without Redis and Elasticsearch.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class JinlinApplication {

    static void main(String[] args) {
        SpringApplication.run(JinlinApplication.class, args);
    }
}
