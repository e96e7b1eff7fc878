package io.rowloom.runtime;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The place, from 0, that a returned row had among those that were inserted; RETURNING promises no order (<a
 * href="https://sqlite.org/lang_returning.html#limitations_and_caveats">limitations</a>).
 */
@FunctionalInterface
interface RowPlace {
    int of(SqlRow row) throws SQLException;

    /**
     * Found by the key, in the form in which SQLite holds it.
     *
     * @param key which parameters of a row its key is
     * @param returned the position of the key in what is returned
     */
    static <N> RowPlace byKey(List<N> rows, SqlRowBinder<N> binder, int[] key, int returned) throws SQLException {
        Map<String, Integer> places = new HashMap<>();
        for (N row : rows) {
            JsonParameters values = new JsonParameters(key);
            binder.bind(values, row);
            places.put(values.text(), places.size());
        }
        return row -> {
            JsonParameters values = new JsonParameters(key);
            for (int i = 0; i < key.length; i++) {
                values.value(key[i], row.value(returned + i));
            }
            Integer place = places.get(values.text());
            if (place == null) {
                throw new SQLException("a row came back with another key than any had: " + values.text());
            }
            return place;
        };
    }
}
