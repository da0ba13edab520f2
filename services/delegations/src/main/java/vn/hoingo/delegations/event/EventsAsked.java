package vn.hoingo.delegations.event;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hoingo.doors.ServiceCalls;

/** The line to the owner of events. */
@Configuration(proxyBeanMethods = false)
class EventsAsked {

    @Bean
    EventsClient eventsClient(ServiceCalls calls) {
        return calls.client("events", EventsClient.class);
    }
}
