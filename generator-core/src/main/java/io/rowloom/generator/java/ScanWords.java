package io.rowloom.generator.java;

import io.rowloom.generator.query.AnalysedQuery;
import io.rowloom.generator.query.QueryParameter;
import io.rowloom.generator.query.QueryPlan.FullScan;
import io.rowloom.generator.query.QueryVariant;
import io.rowloom.model.name.JavaNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says for Javadoc of which tables a query reads every row, and for which arguments that is so. */
final class ScanWords {
    private final AnalysedQuery query;
    private final List<QueryParameter> optional;
    private final int orders;

    private ScanWords(AnalysedQuery query, List<QueryParameter> parameters) {
        this.query = query;
        this.optional = parameters.stream().filter(QueryParameter::optional).toList();
        this.orders = Math.max(1, query.query().orders().size());
    }

    /** A sentence for each table; {@code parameters} have the names that they have in the method. */
    static List<String> of(AnalysedQuery query, List<QueryParameter> parameters) {
        return new ScanWords(query, parameters).sentences();
    }

    private List<String> sentences() {
        Set<String> tables = new LinkedHashSet<>();
        query.plan().fullScans().forEach(scan -> tables.add(scan.table()));
        query.variants().forEach(variant -> variant.plan().fullScans().forEach(scan -> tables.add(scan.table())));
        List<String> sentences = new ArrayList<>();
        for (String table : tables) {
            List<String> cases = new ArrayList<>();
            cases(table).forEach((missing, itsOrders) -> cases.add(words(missing, itsOrders)));
            sentences.add("Reads every row of " + JavaText.code(table) + String.join(", or", cases) + '.');
        }
        return sentences;
    }

    /** The parameters that have to be null for a scan, as few as can be, and the orders for which that is so. */
    private Map<Set<String>, Set<String>> cases(String table) {
        Map<Optional<String>, List<Set<String>>> byOrder = new LinkedHashMap<>();
        for (QueryVariant variant : query.variants()) {
            if (variant.plan().fullScans().stream().map(FullScan::table).anyMatch(table::equals)) {
                byOrder.computeIfAbsent(variant.order(), order -> new ArrayList<>())
                        .add(missing(variant));
            }
        }
        Map<Set<String>, Set<String>> cases = new LinkedHashMap<>();
        byOrder.forEach((order, all) -> all.stream()
                .filter(missing ->
                        all.stream().noneMatch(less -> less.size() < missing.size() && missing.containsAll(less)))
                .forEach(missing -> cases.computeIfAbsent(missing, key -> new LinkedHashSet<>())
                        .add(order.orElse(""))));
        return cases;
    }

    private Set<String> missing(QueryVariant variant) {
        Set<String> missing = new LinkedHashSet<>();
        for (QueryParameter parameter : optional) {
            if (!variant.given().contains(parameter.name())) {
                missing.add(parameter.javaName());
            }
        }
        return missing;
    }

    private String words(Set<String> missing, Set<String> itsOrders) {
        StringBuilder words = new StringBuilder();
        if (!missing.isEmpty()) {
            words.append(" where ")
                    .append(and(missing.stream().map(JavaText::code).toList()))
                    .append(missing.size() == 1 ? " is null" : " are null");
        }
        if (itsOrders.size() < orders) {
            words.append(" in the order ")
                    .append(and(itsOrders.stream()
                            .map(order ->
                                    JavaText.code(JavaNames.constant(order).toUpperCase(Locale.ROOT)))
                            .toList()));
        }
        return words.toString();
    }

    private static String and(List<String> parts) {
        int last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
