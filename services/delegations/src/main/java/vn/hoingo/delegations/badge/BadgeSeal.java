package vn.hoingo.delegations.badge;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.hoingo.delegations.vault.Secrets;

/**
 * Signs what a badge says, and what a door without a network takes along, by Ed25519: whoever has the public key can tell what is
 * ours, and nobody else can make it.
 *
 * <p>The code on a badge is {@code HN1} and hexadecimal digits: capitals and digits only, which a code of few modules holds and
 * every hand-held scanner types on every keyboard.
 */
@Component
public class BadgeSeal {

    public static final String PREFIX = "HN1";

    private static final int NUMBER = 8;
    private static final int SAID = 16 + NUMBER + Short.BYTES;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final Ed25519Sign signing;
    private final Ed25519Verify verifying;
    private final byte[] publicKey;

    @Autowired
    BadgeSeal(Secrets secrets) {
        this(secrets.of("badges"));
    }

    public BadgeSeal(byte[] seed) {
        try {
            Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
            signing = new Ed25519Sign(pair.getPrivateKey());
            publicKey = pair.getPublicKey();
            verifying = new Ed25519Verify(publicKey);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("badges cannot be signed", broken);
        }
    }

    /** What stands in the code of this badge. */
    public String seal(Badge badge) {
        byte[] said = ByteBuffer.allocate(SAID)
                .putLong(badge.event().getMostSignificantBits())
                .putLong(badge.event().getLeastSignificantBits())
                .put(badge.number().getBytes(StandardCharsets.US_ASCII))
                .putShort((short) badge.issue())
                .array();
        return PREFIX + HEX.formatHex(said) + HEX.formatHex(sign(said));
    }

    /** The badge whose code this is; empty when we never signed it. */
    public Optional<Badge> open(String code) {
        String scanned = code.strip().toUpperCase(Locale.ROOT);
        if (!scanned.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] whole = HEX.parseHex(scanned, PREFIX.length(), scanned.length());
            if (whole.length <= SAID) {
                return Optional.empty();
            }
            byte[] said = Arrays.copyOf(whole, SAID);
            verifying.verify(Arrays.copyOfRange(whole, SAID, whole.length), said);
            ByteBuffer reading = ByteBuffer.wrap(said);
            UUID event = new UUID(reading.getLong(), reading.getLong());
            byte[] number = new byte[NUMBER];
            reading.get(number);
            return Optional.of(new Badge(event, new String(number, StandardCharsets.US_ASCII), reading.getShort()));
        } catch (IllegalArgumentException | GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    /** These words as a compact JWS (RFC 7515, EdDSA). */
    public String jws(byte[] json) {
        String signed = URL.encodeToString("{\"alg\":\"EdDSA\"}".getBytes(StandardCharsets.US_ASCII)) + "."
                + URL.encodeToString(json);
        return signed + "." + URL.encodeToString(sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The public half of the key, as a JSON Web Key writes it (RFC 8037, {@code x}). */
    public String publicKey() {
        return URL.encodeToString(publicKey);
    }

    private byte[] sign(byte[] said) {
        try {
            return signing.sign(said);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a badge cannot be signed", broken);
        }
    }
}
