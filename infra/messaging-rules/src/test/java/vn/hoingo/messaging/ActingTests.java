package vn.hoingo.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActingTests {

    @Test
    void nobodySaidSoIsTheSystem() {
        assertThat(Acting.current().actor()).isEqualTo("system");
        assertThat(Acting.current().newId("ticket").version()).isEqualTo(7);
    }

    @Test
    void aRepeatedCommandMakesTheSameIdsInTheSameOrder() throws Exception {
        record Made(UUID first, UUID second, UUID other) {}
        ScopedValue.CallableOp<Made, RuntimeException> make = () -> new Made(
                Acting.current().newId("ticket"),
                Acting.current().newId("ticket"),
                Acting.current().newId("hall"));

        Made made = asking("ann", "POST /tickets", "key").in(make);

        assertThat(asking("ann", "POST /tickets", "key").in(make)).isEqualTo(made);
        assertThat(made.first()).isNotEqualTo(made.second());
        assertThat(made.first().version()).isEqualTo(8);
        assertThat(asking("bob", "POST /tickets", "key").in(make).first()).isNotEqualTo(made.first());
        assertThat(asking("ann", "POST /halls", "key").in(make).first()).isNotEqualTo(made.first());
        assertThat(asking("ann", "POST /tickets", "other").in(make).first()).isNotEqualTo(made.first());
    }

    @Test
    void theVersionThatWasSeenIsComparedOnce() {
        Acting.Request request = new Acting.Request("PUT /tickets", null, "", 4L);

        assertThat(request.takeIfMatch()).isEqualTo(4L);
        assertThat(request.takeIfMatch()).isNull();
    }

    @Test
    void eachTouchOfAThingIsAStepOfItsOwn() {
        Acting.Request request = new Acting.Request("PUT /tickets", "key", "", null);

        assertThat(request.next("a")).isEqualTo(1);
        assertThat(request.next("a")).isEqualTo(2);
        assertThat(request.next("b")).isEqualTo(1);
    }

    private static Acting asking(String actor, String route, String key) {
        return new Acting(actor, "c", null, null, new Acting.Request(route, key, "body", null));
    }
}
