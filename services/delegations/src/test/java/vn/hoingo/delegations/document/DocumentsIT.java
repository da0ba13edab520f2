package vn.hoingo.delegations.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.messaging.test.Callers.a;
import static vn.hoingo.messaging.test.Callers.focalPointOf;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.hoingo.delegations.EventsElsewhere;
import vn.hoingo.delegations.Registering;
import vn.hoingo.delegations.RunningDelegations;
import vn.hoingo.messaging.Ids;

/** Letters of credentials, from the hand-in to the shredder. */
@RunningDelegations
class DocumentsIT {

    private static final byte[] LETTER =
            "%PDF-1.7 Letter of credentials of somebody invented".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private EventsElsewhere elsewhere;

    @Autowired
    private Registering registering;

    @Autowired
    private DocumentDesk desk;

    private UUID partner;
    private UUID delegation;

    @BeforeEach
    void aDraft() throws Exception {
        partner = registering.partner("Paper Port");
        delegation = registering.draft(elsewhere.open(8), partner);
    }

    @Test
    void aLetterIsStoredSealedAndShownWithAReason() throws Exception {
        UUID letter = stored(LETTER);

        byte[] sealed = mongo.getCollection("document_contents")
                .find(new Document("_id", letter))
                .first()
                .get("sealed", org.bson.types.Binary.class)
                .getData();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("credentials");
        mvc.perform(get(path() + "/" + letter).with(a("delegation-officer"))).andExpect(status().is(422));
        mvc.perform(get(path() + "/" + letter).with(a("delegation-officer")).header("X-Purpose", "review"))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(content().contentType("application/pdf"))
                .andExpect(content().bytes(LETTER));
        assertThat(mongo.getCollection("views")
                        .find(new Document("whose", delegation))
                        .first())
                .containsEntry("why", "review");
        mvc.perform(get("/api/delegations/" + delegation).with(focalPointOf(partner)))
                .andExpect(jsonPath("$.documents[0].mediaType").value("application/pdf"));
    }

    @Test
    void anotherPartnersLettersAreNotThere() throws Exception {
        UUID letter = stored(LETTER);

        mvc.perform(get(path() + "/" + letter).with(focalPointOf(Ids.fresh())).header("X-Purpose", "x"))
                .andExpect(status().isNotFound());
        mvc.perform(multipart(path())
                        .file(new MockMultipartFile("file", LETTER))
                        .with(focalPointOf(Ids.fresh())))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatIsSomethingElseThanItsNameSaysIsNotTaken() throws Exception {
        handIn("<script>".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.allowed", hasItem("application/pdf")));
    }

    @Test
    void aPictureThatOnlyBeginsLikeOneIsUnreadable() throws Exception {
        handIn(HexFormat.of().parseHex("89504e470d0a1a0a0000"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/file"));
    }

    @Test
    void aSmallFileThatWouldBeAHugePictureIsNotTaken() throws Exception {
        handIn(HexFormat.of()
                        .parseHex("89504e470d0a1a0a" + "0000000d49484452" + "00010000" + "00010000" + "0802000000"
                                + "00000000"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].message").value("Hình ảnh quá lớn, tối đa 40 triệu điểm ảnh."));
    }

    @Test
    void aLetterIsNotExchangedByARepeatWithAnotherOne() throws Exception {
        UUID letter = UUID.fromString(JsonPath.read(
                handInUnder("one-key", LETTER)
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.id"));
        byte[] another = new String(LETTER, StandardCharsets.UTF_8)
                .replace("somebody", "nobody's")
                .getBytes(StandardCharsets.UTF_8);

        handInUnder("one-key", another)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("/problems/idempotency-key-reused"));
        handInUnder("one-key", LETTER)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").value(letter.toString()));

        mvc.perform(get(path() + "/" + letter).with(a("organiser")).header("X-Purpose", "review"))
                .andExpect(content().bytes(LETTER));
    }

    @Test
    void aRepeatDoesNotBringAShreddedLetterBack() throws Exception {
        UUID letter = UUID.fromString(JsonPath.read(
                handInUnder("shredded", LETTER).andReturn().getResponse().getContentAsString(), "$.id"));
        desk.shred(new DocumentId(letter));

        handInUnder("shredded", LETTER);

        assertThat(mongo.getCollection("document_contents").countDocuments(new Document("_id", letter)))
                .isZero();
    }

    @Test
    void nothingIsNotTaken() throws Exception {
        handIn(new byte[0]).andExpect(status().is(422));
        mvc.perform(multipart(path()).with(focalPointOf(partner))).andExpect(status().is(422));
    }

    @Test
    void aShreddedLetterIsGone() throws Exception {
        UUID letter = stored(LETTER);

        desk.shred(new DocumentId(letter));

        mvc.perform(get(path() + "/" + letter).with(a("organiser")).header("X-Purpose", "review"))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/delegations/" + delegation).with(a("organiser")))
                .andExpect(jsonPath("$.documents", hasSize(0)));
        assertThat(mongo.getCollection("document_contents").countDocuments(new Document("_id", letter)))
                .isZero();
    }

    private UUID stored(byte[] letter) throws Exception {
        return UUID.fromString(JsonPath.read(
                handIn(letter)
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.id"));
    }

    private ResultActions handIn(byte[] bytes) throws Exception {
        return mvc.perform(multipart(path())
                .file(new MockMultipartFile("file", "letter.pdf", "application/pdf", bytes))
                .with(focalPointOf(partner)));
    }

    private ResultActions handInUnder(String key, byte[] bytes) throws Exception {
        return mvc.perform(multipart(path())
                .file(new MockMultipartFile("file", "letter.pdf", "application/pdf", bytes))
                .header("Idempotency-Key", key)
                .with(focalPointOf(partner)));
    }

    private String path() {
        return "/api/delegations/" + delegation + "/documents";
    }
}
