package io.rowloom.generator.hostile;

import java.util.List;
import java.util.stream.Collectors;

/** Spells a model that has each of some texts at every place where the author's own text can be. */
final class HostileModel {
    private static final List<String> PRAGMAS = List.of(
            "cache_size: {value: -64000",
            "busy_timeout: {value: 5000",
            "journal_mode: {value: WAL",
            "mmap_size: {value: 0",
            "temp_store: {value: MEMORY");

    private final StringBuilder yaml = new StringBuilder();
    private final List<String> texts;

    private HostileModel(List<String> texts) {
        this.texts = texts;
    }

    /**
     * The model.
     *
     * @param more further columns of every table, for the next migration; indented by six
     */
    static String yaml(List<String> texts, String more) {
        HostileModel model = new HostileModel(texts);
        model.database();
        model.section("types", TYPE, "");
        model.section("tables", TABLE, more);
        model.section("views", VIEW, "");
        model.section("triggers", TRIGGER, "");
        model.section("queries", QUERY, "");
        return model.yaml.toString();
    }

    private void database() {
        yaml.append("rowloom: 1\ndatabase:\n  name: hostile\n  package: com.example.hostile\n  description: ");
        yaml.append(quoted(String.join("\n", texts))).append("\n  pragmas:\n");
        for (int i = 0; i < PRAGMAS.size(); i++) {
            yaml.append("    ").append(PRAGMAS.get(i)).append(", purpose: ");
            yaml.append(quoted(String.join("\n", texts))).append("}\n");
        }
        yaml.append("  links:\n");
        for (String text : texts) {
            yaml.append("    - {title: T, href: T, note: T}\n".replace("T", quoted(text)));
        }
        yaml.append("  lint_off:\n    mixed-naming: ").append(quoted(String.join(" ", texts)));
        yaml.append('\n');
    }

    private void section(String key, String template, String more) {
        yaml.append(key).append(":\n");
        for (int i = 0; i < texts.size(); i++) {
            yaml.append(filled(template, i)).append(filled(key.equals("tables") ? more : "", i));
        }
    }

    /** The template with the text and the name, each as YAML, within SQL within YAML, and with a word behind it. */
    private String filled(String template, int number) {
        String text = texts.get(number);
        String name = name(text);
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int at = template.indexOf('«'); at >= 0; at = template.indexOf('«', from)) {
            int end = template.indexOf('»', at);
            filled.append(template, from, at);
            String what = template.substring(at + 1, end);
            if (what.equals("number")) {
                filled.append(number);
            } else if (what.equals("text")) {
                filled.append(quoted(text));
            } else if (what.startsWith("name")) {
                filled.append(quoted(name + what.substring(4)));
            } else {
                filled.append(quoted(what.replace("TEXT", '\'' + inSql(text).replace("'", "''") + '\'')
                        .replace("NAME2", sqlName(name + " 2"))
                        .replace("NAME", sqlName(name))));
            }
            from = end + 1;
        }
        return filled.append(template.substring(from)).toString();
    }

    /** The name of a table, and what the names of all that belongs to it begin with; names hold no control characters. */
    static String name(String text) {
        String name = text.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return name.isBlank() ? "x" + name : name;
    }

    /** The text as SQL of an author may hold it, which is without carriage returns. */
    static String inSql(String text) {
        return text.replace('\r', '\n');
    }

    static String sqlName(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** As YAML takes any text. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c >= ' ' && c < 0x7f) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(String.format("\\U%08x", c));
            }
        });
        return quoted.append('"').toString();
    }

    private static final String TYPE = """
              Word«number»: {enum: [{value: «text», java: {name: HOSTILE}}, plain]}
              Shape«number»: {json: {«name p»: "text?"}}
            """;

    private static final String TABLE = """
              «name»:
                record: Row«number»
                java: {name: rows«number»}
                section: «text»
                description: «text»
                indexes:
                  - {name: «name ix», columns: [{column: «name»}, {expression: «NAME || TEXT»}], where: «NAME2 <> TEXT»}
                checks: [{name: «name ck», expression: «NAME IS NOT TEXT || '!'»}]
                unique: [{name: «name uq», columns: [«name 2»]}]
                foreign_keys: [{name: «name fk», columns: [parent], references: {table: «name», columns: [id]}}]
                full_text: {name: «name ft», columns: [«name»]}
                samples: [{id: 1, «name»: «text», «name 2»: «text», word: «text», json: {a: {«name q»: «text»}}}]
                lint_off: {needless-exemption: «text», mixed-naming: «text»}
                columns:
                  id: {type: bigint, primary_key: auto, description: «text»}
                  «name»:
                    type: text
                    java: {name: held}
                    default: «text»
                    description: «text»
                    check: «NAME <> TEXT || '!!'»
                  «name 2»: {type: text?, java: {name: other}, description: «text»}
                  word: {type: Word«number», default: «text», description: «text»}
                  own: {enum: [plain, {value: «text», java: {name: HOSTILE}}], default: «text»}
                  json: {json: {«name p»: "text?", a: {«name q»: text}}, nullable: true, default: {«name p»: «text», a: {«name q»: «text»}}}
                  shape: {type: Shape«number», nullable: true, description: «text»}
                  computed: {type: text?, generated: {expression: «TEXT || NAME»}, description: «text»}
                  asked: {type: text, default: {expression: «TEXT»}}
                  parent: {type: bigint, nullable: true, description: «text»}
            """;

    private static final String VIEW = """
              «name v»:
                record: View«number»
                java: {name: views«number»}
                section: «text»
                description: «text»
                sql: «SELECT t.id, TEXT AS literal, t.NAME AS held FROM NAME t»
            """;

    private static final String TRIGGER = """
              «name tr»:
                table: «name»
                description: «text»
                event: after insert
                when: «NEW.NAME <> TEXT || '?'»
                sql: «UPDATE NAME SET NAME2 = TEXT WHERE id = NEW.id;»
            """;

    private static final String QUERY = """
              query«number»: {table: «name», description: «text», sql: «SELECT t.id, TEXT AS literal FROM NAME t WHERE t.NAME = :held»}
              free«number»: {description: «text», sql: «SELECT TEXT AS literal FROM NAME t WHERE t.id = :id»}
            """;
}
