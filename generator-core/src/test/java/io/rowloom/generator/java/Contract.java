package io.rowloom.generator.java;

import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.dao.TableDao;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import io.rowloom.runtime.SqlExecution;
import io.rowloom.runtime.SqlSession;
import io.rowloom.runtime.SqlStatement;
import io.rowloom.runtime.SqliteOptions;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A database of a generated class, filled, whose DAOs are called by what was decided of their methods. */
final class Contract {
    private static final int ROWS = 14;

    private final Model model;
    private final Object database;
    private final SqlSession session;
    private final List<SqlExecution> executed;
    private final ContractRows rows = new ContractRows(1);
    private final Map<String, TableDao> decided = new HashMap<>();
    private final Set<DaoMethod.Kind> used = EnumSet.noneOf(DaoMethod.Kind.class);

    private Contract(Model model, Object database, List<SqlExecution> executed) throws ReflectiveOperationException {
        this.model = model;
        this.database = database;
        this.executed = executed;
        this.session = (SqlSession) database.getClass().getMethod("sqlSession").invoke(database);
    }

    static Contract of(Model model, Path folder) throws ReflectiveOperationException {
        return of(model, GeneratedCode.of(model), folder);
    }

    /** With code that need not be what the model gives. */
    static Contract of(Model model, GeneratedCode code, Path folder) throws ReflectiveOperationException {
        ClassLoader classes = code.compile(folder);
        List<SqlExecution> executed = new ArrayList<>();
        Object database = Class.forName(
                        model.database().packageName() + '.' + model.database().className(), true, classes)
                .getMethod("openInMemory", SqliteOptions.class)
                .invoke(null, SqliteOptions.defaults().withObserver(executed::add));
        Contract contract = new Contract(model, database, executed);
        contract.fill(classes);
        return contract;
    }

    private void fill(ClassLoader classes) throws ReflectiveOperationException {
        Daos daos = Daos.of(model);
        for (Table table : model.tables()) {
            TableDao dao = daos.of(table);
            decided.put(table.name(), dao);
            rows.names(Class.forName(model.database().packageName() + '.' + dao.record(), true, classes), dao);
        }
        // Twice, as tables may refer to others that come later.
        for (int round = 1; round <= 2; round++) {
            for (Table table : model.tables()) {
                rows.insert(table, decided.get(table.name()), dao(table), round * ROWS / 2);
            }
        }
        // Triggers may have changed what was inserted.
        for (Table table : model.tables()) {
            try (Stream<?> all =
                    (Stream<?>) dao(table).getClass().getMethod("stream").invoke(dao(table))) {
                rows.set(table, List.copyOf(all.toList()));
            }
        }
    }

    int rows(Table table) {
        return rows.of(table).size();
    }

    /** What is wrong with the methods of a table. */
    List<String> violations(Table table) throws Exception {
        List<String> violations = new ArrayList<>();
        for (DaoMethod method : decided.get(table.name()).methods()) {
            ContractCheck check = new ContractCheck(this, table, method);
            try {
                if (check.run()) {
                    used.add(method.kind());
                }
            } catch (Exception | AssertionError e) {
                violations.add(method.signature() + ": " + e);
            }
            ContractPlan plan = new ContractPlan(session, method);
            for (SqlStatement statement : check.statements()) {
                try {
                    plan.check(statement);
                } catch (AssertionError e) {
                    violations.add(method.signature() + ": " + e);
                }
            }
        }
        return violations;
    }

    /** The kinds of methods that were called. */
    Set<DaoMethod.Kind> used() {
        return used;
    }

    SqlSession session() {
        return session;
    }

    List<Object> stored(Table table) {
        return rows.of(table);
    }

    Model model() {
        return model;
    }

    Object dao(Table table) throws ReflectiveOperationException {
        return database.getClass().getMethod(table.javaName()).invoke(database);
    }

    /** The DAO of a table in another session. */
    Object dao(Table table, SqlSession inside) throws ReflectiveOperationException {
        return dao(table).getClass().getConstructor(SqlSession.class).newInstance(inside);
    }

    /** What ran since the last time. */
    List<SqlExecution> executed() {
        List<SqlExecution> copy = List.copyOf(executed);
        executed.clear();
        return copy;
    }

    /** The generated method of what was decided. */
    static Method find(Object dao, DaoMethod method) {
        for (Method found : dao.getClass().getMethods()) {
            if (found.getName().equals(method.name()) && fits(found.getParameterTypes(), method.parameters())) {
                return found;
            }
        }
        throw new AssertionError("there is no method " + method.signature());
    }

    private static boolean fits(Class<?>[] types, List<DaoMethod.Parameter> parameters) {
        if (types.length != parameters.size()) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            String wanted = parameters.get(i).type().replaceAll("<.*>", "");
            wanted = wanted.substring(wanted.lastIndexOf('.') + 1);
            if (!types[i].getSimpleName().equals(wanted)) {
                return false;
            }
        }
        return true;
    }

    void close() {
        try {
            ((AutoCloseable) database).close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
