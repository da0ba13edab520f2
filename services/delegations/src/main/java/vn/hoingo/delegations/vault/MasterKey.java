package vn.hoingo.delegations.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The one secret of this service, from its environment: it wraps the key of every owner and makes marks. */
@Component
class MasterKey {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final String MARKS = "marks of hoi ngo";

    private final Aead wrapping;
    private final SecretKeySpec marking;

    MasterKey(@Value("${hoingo.vault.key}") String base64) {
        byte[] secret = Base64.getDecoder().decode(base64);
        if (secret.length != BYTES) {
            throw new IllegalStateException("HOINGO_VAULT_KEY has " + secret.length + " bytes, it must have " + BYTES);
        }
        try {
            AeadConfig.register();
            wrapping = aead(secret);
            marking = new SecretKeySpec(hmac(new SecretKeySpec(secret, "HmacSHA256"), MARKS), "HmacSHA256");
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("HOINGO_VAULT_KEY cannot be used", broken);
        }
    }

    /** A fresh key for an owner, wrapped so that it opens for this owner only. */
    byte[] freshKey(UUID owner) {
        byte[] fresh = new byte[BYTES];
        RANDOM.nextBytes(fresh);
        try {
            return wrapping.encrypt(fresh, bytes(owner));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    Aead unwrap(UUID owner, byte[] wrapped) {
        try {
            return aead(wrapping.decrypt(wrapped, bytes(owner)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the vault key of " + owner + " cannot be opened", broken);
        }
    }

    private static Aead aead(byte[] secret) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        AesGcmKey key = AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(secret, InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** The same for the same text, and tells nothing about it to anybody without the key. */
    String mark(String text) {
        try {
            return HexFormat.of().formatHex(hmac(marking, text), 0, 16);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A secret of its own for another use, from which nobody comes back to this one. */
    byte[] secretFor(String use) {
        try {
            return hmac(marking, "secret for " + use);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static byte[] hmac(SecretKeySpec key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(UUID owner) {
        return ByteBuffer.allocate(16)
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .array();
    }
}
