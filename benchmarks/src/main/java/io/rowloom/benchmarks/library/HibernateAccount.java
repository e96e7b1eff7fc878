package io.rowloom.benchmarks.library;

import io.rowloom.benchmarks.db.Account;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** An account as Hibernate maps it. */
@Entity(name = "Account")
@Table(name = "accounts")
@NullUnmarked
class HibernateAccount {
    @EmbeddedId
    Key key;

    String owner;

    String email;

    @Convert(converter = HibernateConverters.Plans.class)
    Account.Plan plan;

    boolean active;

    @Column(name = "balance_cents")
    long balanceCents;

    double score;

    String note;

    @Column(name = "limit_tokens")
    Integer limitTokens;

    @Column(name = "created_at")
    @Convert(converter = HibernateConverters.Moments.class)
    Instant createdAt;

    @Column(name = "updated_at")
    @Convert(converter = HibernateConverters.Moments.class)
    Instant updatedAt;

    HibernateAccount() {}

    /** The composite key. */
    @Embeddable
    record Key(String region, long number) {}
}
