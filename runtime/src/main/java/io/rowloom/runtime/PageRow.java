package io.rowloom.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a page that is being read.
 *
 * @param value what the reader made of it
 * @param key what it holds in the columns of the order
 */
record PageRow<T>(T value, List<@Nullable Object> key) {
    static <T> SqlRowReader<PageRow<T>> reader(SqlRowReader<T> reader, PageSql sql) {
        return row -> new PageRow<>(reader.read(row), sql.key(row));
    }

    /** The page of rows that were read from {@code start}, one more than its size if there are more. */
    static <T> Page<T> page(List<PageRow<T>> read, PageStart start, int size) {
        boolean reached = start.key() != null;
        boolean more = read.size() > size;
        List<PageRow<T>> rows = more ? read.subList(0, size) : read;
        // Where nothing lies ahead, the way back begins at that end.
        PageStart back = new PageStart(start.scope(), !start.backwards(), rows.isEmpty() ? null : rows.get(0).key);
        PageStart ahead =
                rows.isEmpty() ? start : new PageStart(start.scope(), start.backwards(), rows.get(rows.size() - 1).key);
        List<T> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(row.value));
        if (start.backwards()) {
            Collections.reverse(values);
            return new Page<>(values, size, ahead, more, back, reached);
        }
        return new Page<>(values, size, back, reached, ahead, more);
    }
}
