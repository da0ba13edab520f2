package vn.hoingo.invitations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hoingo.doors.ServiceCalls;
import vn.hoingo.invitations.activity.EventsDoor;
import vn.hoingo.invitations.guest.DelegationsDoor;

/** The doors of others at which we knock, under our own name. */
@Configuration(proxyBeanMethods = false)
class OtherServices {

    @Bean
    EventsDoor eventsDoor(ServiceCalls calls) {
        return calls.client("events", EventsDoor.class);
    }

    @Bean
    DelegationsDoor delegationsDoor(ServiceCalls calls) {
        return calls.client("delegations", DelegationsDoor.class);
    }
}
