package vn.hoingo.invitations.guest;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Signs the links in letters. A link names an invitation, which of its links it is, and until when it opens; with one character
 * changed it opens nothing. It says nothing about the guest.
 */
@Component
public class GuestLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int CLAIM = 16 + 4 + 8;
    private static final int SIGNATURE = 32;
    private static final Pattern LINK = Pattern.compile("/rsvp/[A-Za-z0-9_-]+");

    private final SecretKeySpec key;
    private final String publicUrl;
    private final Clock clock;

    public GuestLinks(
            @Value("${HOINGO_SIGNING_KEY}") String key,
            @Value("${HOINGO_PUBLIC_URL:http://localhost:8080}") String publicUrl,
            Clock clock) {
        byte[] secret = Base64.getDecoder().decode(key);
        if (secret.length < SIGNATURE) {
            throw new IllegalArgumentException("HOINGO_SIGNING_KEY needs 32 bytes, it has " + secret.length);
        }
        this.key = new SecretKeySpec(secret, ALGORITHM);
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** Where the guest answers. */
    public String url(UUID invitation, int generation, Instant expiresAt) {
        return publicUrl + "/rsvp/" + token(invitation, generation, expiresAt);
    }

    /** A letter for those who may read it but not answer in its guest's place. */
    public static String hidden(String letter) {
        return LINK.matcher(letter).replaceAll("/rsvp/…");
    }

    public String token(UUID invitation, int generation, Instant expiresAt) {
        byte[] claim = ByteBuffer.allocate(CLAIM)
                .putLong(invitation.getMostSignificantBits())
                .putLong(invitation.getLeastSignificantBits())
                .putInt(generation)
                .putLong(expiresAt.getEpochSecond())
                .array();
        byte[] token = ByteBuffer.allocate(CLAIM + SIGNATURE)
                .put(claim)
                .put(signature(claim))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** What a link says, if we wrote it and it still opens. */
    public Claim open(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException mistyped) {
            throw new LinkRefused(LinkRefused.Why.LINK_UNKNOWN);
        }
        if (bytes.length != CLAIM + SIGNATURE) {
            throw new LinkRefused(LinkRefused.Why.LINK_UNKNOWN);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte[] claim = new byte[CLAIM];
        byte[] signature = new byte[SIGNATURE];
        buffer.get(claim).get(signature);
        if (!MessageDigest.isEqual(signature, signature(claim)) || !token.equals(encoded(bytes))) {
            throw new LinkRefused(LinkRefused.Why.LINK_UNKNOWN);
        }
        buffer = ByteBuffer.wrap(claim);
        UUID invitation = new UUID(buffer.getLong(), buffer.getLong());
        int generation = buffer.getInt();
        if (!clock.instant().isBefore(Instant.ofEpochSecond(buffer.getLong()))) {
            throw new LinkRefused(LinkRefused.Why.LINK_EXPIRED);
        }
        return new Claim(invitation, generation);
    }

    private static String encoded(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private byte[] signature(byte[] claim) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(claim);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    /**
     * What a good link says.
     *
     * @param generation which of the invitation's links it is
     */
    public record Claim(UUID invitation, int generation) {}
}
