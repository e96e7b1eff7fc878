package io.rowloom.model.roundtrip;

import io.rowloom.model.roundtrip.YamlText.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** The words of a model: mappings that leave out what is empty, and whose keys stand in any order where none is meant. */
final class Spelling {
    private Spelling() {}

    static Scalar text(String text) {
        return new Scalar(text, false);
    }

    static Scalar word(String word) {
        return new Scalar(word, true);
    }

    static List<Object> texts(List<String> texts) {
        return list(texts, Spelling::text);
    }

    static <T> List<Object> list(List<T> items, Function<? super T, ?> spelled) {
        List<Object> list = new ArrayList<>();
        items.forEach(item -> list.add(spelled.apply(item)));
        return list;
    }

    static <T> Map<String, Object> mapping(List<T> items, Function<T, String> key, Function<? super T, ?> spelled) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        items.forEach(item -> mapping.put(key.apply(item), spelled.apply(item)));
        return mapping;
    }

    static void put(Map<String, Object> mapping, String key, Optional<String> text) {
        text.ifPresent(known -> mapping.put(key, text(known)));
    }

    /** Puts a list or mapping, unless it is empty, which the format does not allow. */
    static void putAll(Map<String, Object> mapping, String key, Object branch) {
        if (!(branch instanceof List<?> list ? list.isEmpty() : ((Map<?, ?>) branch).isEmpty())) {
            mapping.put(key, branch);
        }
    }

    static Map<String, Object> shuffled(Map<String, Object> mapping, Random random) {
        List<String> keys = new ArrayList<>(mapping.keySet());
        Collections.shuffle(keys, random);
        return mapping(keys, key -> key, mapping::get);
    }
}
