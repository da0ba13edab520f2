package vn.hoingo.doors;

import com.mongodb.MongoClientSettings;
import org.bson.UuidRepresentation;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.configuration.CodecRegistries;

/** How ids look inside a cursor. */
final class Uuids {

    static final DocumentCodec CODEC = new DocumentCodec(CodecRegistries.withUuidRepresentation(
            MongoClientSettings.getDefaultCodecRegistry(), UuidRepresentation.STANDARD));

    private Uuids() {}
}
