package vn.hoingo.delegations.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What a file really is, by its first bytes; what its name or its sender says is not asked. */
enum ContentKind {
    PDF("application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII)),
    PNG("image/png", HexFormat.of().parseHex("89504e470d0a1a0a")),
    JPEG("image/jpeg", HexFormat.of().parseHex("ffd8ff"));

    private final String mediaType;
    private final byte[] beginning;

    ContentKind(String mediaType, byte[] beginning) {
        this.mediaType = mediaType;
        this.beginning = beginning;
    }

    static Optional<ContentKind> of(byte[] content) {
        return Arrays.stream(values())
                .filter(kind -> content.length > kind.beginning.length
                        && Arrays.equals(kind.beginning, Arrays.copyOf(content, kind.beginning.length)))
                .findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    boolean isImage() {
        return this != PDF;
    }
}
