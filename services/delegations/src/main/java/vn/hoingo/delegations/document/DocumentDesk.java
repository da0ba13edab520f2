package vn.hoingo.delegations.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.vault.Vault;
import vn.hoingo.delegations.vault.ViewLog;
import vn.hoingo.doors.Caller;
import vn.hoingo.doors.Invalid;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Decisions;

/** Where letters are handed in, looked at with a reason, and shredded. */
@Component
public class DocumentDesk {

    private static final long MOST_PIXELS = 40_000_000;
    private static final String PURPOSE = "document";

    private final StoredDocuments documents;
    private final DocumentContents contents;
    private final DocumentOwners owners;
    private final Vault vault;
    private final ViewLog views;
    private final Decisions decisions;
    private final Clock clock;
    private final Duration keptAfterEvent;

    DocumentDesk(
            StoredDocuments documents,
            DocumentContents contents,
            DocumentOwners owners,
            Vault vault,
            ViewLog views,
            Decisions decisions,
            Clock clock,
            @Value("${hoingo.documents.kept-after-event:90d}") Duration keptAfterEvent) {
        this.documents = documents;
        this.contents = contents;
        this.owners = owners;
        this.vault = vault;
        this.views = views;
        this.decisions = decisions;
        this.clock = clock;
        this.keptAfterEvent = keptAfterEvent;
    }

    StoredDocument store(UUID delegation, String kind, ContentKind is, byte[] content, Caller caller) {
        Optional<Instant> endOfEvent = owners.endOfEvent(delegation, caller);
        if (is.isImage()) {
            refuseUnlessSmall(content);
        }
        Instant now = clock.instant();
        Instant end = endOfEvent.filter(now::isBefore).orElse(now);
        DocumentId id = new DocumentId(Acting.current().newId("document"));
        return Acting.current()
                .bringing(content)
                .in(() -> decisions.open(documents, id, () -> {
                    contents.save(new DocumentContent(id.value(), vault.seal(delegation, PURPOSE, content)));
                    return StoredDocument.store(
                            id, delegation, kind, is, content.length, caller.account(), now, end.plus(keptAfterEvent));
                }));
    }

    /** An image that is small as a file may be huge once it is opened; its header says so before anybody opens it. */
    private static void refuseUnlessSmall(byte[] content) {
        try (ImageInputStream image = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
            if (!readers.hasNext()) {
                throw new Invalid("/file", "document.unreadable");
            }
            ImageReader reader = readers.next();
            reader.setInput(image);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw new Invalid("/file", "document.too-many-pixels", MOST_PIXELS / 1_000_000);
            }
        } catch (IOException broken) {
            throw new Invalid("/file", "document.unreadable");
        }
    }

    public List<DocumentView> of(UUID delegation) {
        return documents.findByDelegation(delegation).stream()
                .filter(document -> !document.isShredded())
                .sorted(Comparator.comparing(StoredDocument::storedAt))
                .map(DocumentView::of)
                .toList();
    }

    Opened open(UUID delegation, DocumentId id, @Nullable String purpose, Caller caller) {
        owners.endOfEvent(delegation, caller);
        StoredDocument document = documents.get(id);
        if (!document.delegation().equals(delegation) || document.isShredded()) {
            throw new Absent("Document", id.value());
        }
        views.note(purpose, PURPOSE + ":" + id.value(), delegation);
        DocumentContent content = contents.findById(id.value()).orElseThrow(() -> new Absent("Document", id.value()));
        return new Opened(document.mediaType(), vault.unseal(delegation, PURPOSE, content.sealed()));
    }

    void shred(DocumentId id) {
        contents.deleteById(id.value());
        decisions.change(documents, id, StoredDocument::shred);
    }

    /** A document in clear, on its way to whoever asked. */
    record Opened(String mediaType, byte[] content) {}
}
