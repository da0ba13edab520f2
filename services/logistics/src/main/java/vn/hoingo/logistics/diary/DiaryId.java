package vn.hoingo.logistics.diary;

import java.util.UUID;
import vn.hoingo.messaging.Id;

/** Which car, or which person. */
public record DiaryId(UUID value) implements Id {}
