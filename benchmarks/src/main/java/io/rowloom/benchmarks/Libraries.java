package io.rowloom.benchmarks;

import io.rowloom.benchmarks.library.Generated;
import io.rowloom.benchmarks.library.HandWritten;
import io.rowloom.benchmarks.library.Hibernate;
import io.rowloom.benchmarks.library.Jdbi3;
import io.rowloom.benchmarks.library.Jooq;
import io.rowloom.benchmarks.library.Library;
import io.rowloom.benchmarks.library.MyBatis;
import io.rowloom.benchmarks.library.SpringJdbc;
import java.nio.file.Path;
import java.util.function.Function;

/** Everything that is compared, the measure first; made by reference, so that a JVM loads only what it runs. */
public enum Libraries {
    /** The measure. */
    HAND_WRITTEN("JDBC by hand", HandWritten::new),
    /** What this project generates. */
    ROWLOOM("Rowloom", Generated::new),
    /** DSL. */
    JOOQ("jOOQ", Jooq::new),
    /** SQL and lambdas. */
    JDBI("JDBI", Jdbi3::new),
    /** Mapper interfaces. */
    MYBATIS("MyBatis", MyBatis::new),
    /** Entities. */
    HIBERNATE("Hibernate", Hibernate::new),
    /** Templates. */
    SPRING("Spring JDBC", SpringJdbc::new);

    private final String title;
    private final Function<Path, Library<?, ?>> opener;

    Libraries(String title, Function<Path, Library<?, ?>> opener) {
        this.title = title;
        this.opener = opener;
    }

    /** As tables name it. */
    public String title() {
        return title;
    }

    /** Opens a file that has the tables. */
    public Library<?, ?> open(Path file) {
        return opener.apply(file);
    }
}
