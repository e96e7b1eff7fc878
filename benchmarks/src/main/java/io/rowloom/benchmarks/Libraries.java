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

/** Everything that is compared, the measure first. */
public enum Libraries {
    /** The measure. */
    HAND_WRITTEN("JDBC by hand"),
    /** What this project generates. */
    ROWLOOM("Rowloom"),
    /** DSL. */
    JOOQ("jOOQ"),
    /** SQL and lambdas. */
    JDBI("JDBI"),
    /** Mapper interfaces. */
    MYBATIS("MyBatis"),
    /** Entities. */
    HIBERNATE("Hibernate"),
    /** Templates. */
    SPRING("Spring JDBC");

    private final String title;

    Libraries(String title) {
        this.title = title;
    }

    /** As tables name it. */
    public String title() {
        return title;
    }

    /**
     * Opens a file that has the tables. By a switch and not by a function of each constant: to link those, the JVM loads the
     * classes of every library, and would count them to whichever it starts with.
     */
    public Library<?, ?> open(Path file) {
        return switch (this) {
            case HAND_WRITTEN -> new HandWritten(file);
            case ROWLOOM -> new Generated(file);
            case JOOQ -> new Jooq(file);
            case JDBI -> new Jdbi3(file);
            case MYBATIS -> new MyBatis(file);
            case HIBERNATE -> new Hibernate(file);
            case SPRING -> new SpringJdbc(file);
        };
    }
}
