package vn.hoingo.portal.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.web.multipart.MultipartFile;

/** A file on its way through to a service, under the name that it came with. */
public final class Upload {

    private Upload() {}

    /** @param nameless what it is called when it came without a name */
    public static Resource of(MultipartFile file, String nameless) {
        byte[] bytes;
        try {
            bytes = file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        @Nullable String name = file.getOriginalFilename();
        return new ByteArrayResource(bytes) {
            @Override
            public String getFilename() {
                return name == null || name.isBlank() ? nameless : name;
            }
        };
    }
}
