package vn.hoingo.doors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Pages by the key of the last row, never by counting: the thousandth page costs what the first does, and none shifts. */
public final class Keyset {

    private static final JsonWriterSettings EXACT =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private Keyset() {}

    /**
     * One page of the documents that meet the criteria.
     *
     * @param sorts what may be sorted by, each {@code name} or {@code name=path.in.document}; the first is the list's own
     *     order, descending with a minus. Each needs an index that ends in {@code _id}.
     */
    public static <T> Page<T> page(
            MongoOperations mongo, Class<T> type, Criteria criteria, Paging paging, String... sorts) {
        Order order = Order.of(paging.sort(), sorts);
        List<Criteria> all = new ArrayList<>();
        all.add(criteria);
        if (paging.after() != null) {
            all.add(order.after(paging.after()));
        }
        Query query = Query.query(all.size() == 1 ? criteria : new Criteria().andOperator(all))
                .with(Sort.by(order.direction(), order.path()).and(Sort.by(order.direction(), "_id")))
                .limit(paging.limit() + 1);
        List<Document> rows = mongo.find(query, Document.class, mongo.getCollectionName(type));
        boolean more = rows.size() > paging.limit();
        List<Document> shown = more ? rows.subList(0, paging.limit()) : rows;
        return new Page<>(
                shown.stream().map(row -> mongo.getConverter().read(type, row)).toList(),
                more ? order.cursor(shown.getLast()) : null);
    }

    /** The field to sort by, and which way. */
    private record Order(String name, String path, Sort.Direction direction) {

        static Order of(String asked, String... sorts) {
            Map<String, String> paths = new LinkedHashMap<>();
            for (String sort : sorts) {
                String plain = sort.startsWith("-") ? sort.substring(1) : sort;
                int equals = plain.indexOf('=');
                paths.put(
                        equals < 0 ? plain : plain.substring(0, equals),
                        equals < 0 ? plain : plain.substring(equals + 1));
            }
            String wanted = asked.isEmpty() ? sorts[0].replaceFirst("=.*", "") : asked;
            String name = wanted.startsWith("-") ? wanted.substring(1) : wanted;
            String path = paths.get(name);
            if (path == null) {
                throw new Invalid("/sort", "doors.sort", wanted, String.join(", ", paths.keySet()));
            }
            return new Order(wanted, path, wanted.startsWith("-") ? Sort.Direction.DESC : Sort.Direction.ASC);
        }

        String cursor(Document row) {
            Document key = new Document("s", name).append("v", value(row)).append("i", row.get("_id"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(key.toJson(EXACT, Uuids.CODEC).getBytes(StandardCharsets.UTF_8));
        }

        Criteria after(String cursor) {
            Document key;
            try {
                key = Document.parse(
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8), Uuids.CODEC);
            } catch (RuntimeException rubbish) {
                throw new Invalid("/after", "doors.cursor");
            }
            Object id = key.get("i");
            Object value = key.get("v");
            if (!name.equals(key.get("s")) || id == null || !isPlain(id) || (value != null && !isPlain(value))) {
                throw new Invalid("/after", "doors.cursor");
            }
            Criteria sameButLater = new Criteria()
                    .andOperator(
                            Criteria.where(path).is(value),
                            direction.isAscending()
                                    ? Criteria.where("_id").gt(id)
                                    : Criteria.where("_id").lt(id));
            if (value == null) {
                return direction.isAscending()
                        ? new Criteria().orOperator(Criteria.where(path).ne(null), sameButLater)
                        : sameButLater;
            }
            Criteria later = direction.isAscending()
                    ? Criteria.where(path).gt(value)
                    : Criteria.where(path).lt(value);
            return direction.isAscending()
                    ? new Criteria().orOperator(later, sameButLater)
                    : new Criteria().orOperator(later, Criteria.where(path).is(null), sameButLater);
        }

        /** What a row is sorted by; an expression, a list or a pattern is somebody's own cursor. */
        private static boolean isPlain(Object value) {
            return value instanceof String
                    || value instanceof Number
                    || value instanceof Boolean
                    || value instanceof Date
                    || value instanceof Binary
                    || value instanceof UUID;
        }

        private @Nullable Object value(Document row) {
            Object value = row;
            for (String step : path.split("\\.", -1)) {
                value = value instanceof Document document ? document.get(step) : null;
            }
            return value;
        }
    }
}
