package vn.hoingo.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import vn.hoingo.messaging.test.BackingServices;

/** An empty installation, with a real store and an address that is as odd as an address may be. */
@SpringBootTest(properties = {"HOINGO_GATEWAY_SECRET=gateway-secret", "HOINGO_FIRST_ACCOUNT=o'brien@hoingo.example"})
@Import(BackingServices.class)
class FirstAccountIT {

    @Autowired
    private FirstAccount first;

    @Autowired
    private MongoOperations mongo;

    @Test
    void isMadeOnceOnTheIndexThatKeepsAddressesApartAndNothingIsMailedForIt() {
        first.run(new DefaultApplicationArguments());

        assertThat(mongo.findAll(Document.class, "accounts")).singleElement().satisfies(account -> assertThat(account)
                .containsEntry("email", "o'brien@hoingo.example"));
        assertThat(mongo.indexOps("accounts").getIndexInfo())
                .anyMatch(index -> index.isUnique() && index.isIndexForFields(List.of("email")));
        assertThat(mongo.findAll(Document.class, "links")).isEmpty();
    }
}
