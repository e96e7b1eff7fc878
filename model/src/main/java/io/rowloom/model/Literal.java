package io.rowloom.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** A value that a model spells out, in a default or a sample, already of its column's type. */
public sealed interface Literal {

    /** NULL. */
    record Null() implements Literal {}

    /** Text. */
    record Text(String value) implements Literal {}

    /** A whole number, of {@code INTEGER} and {@code BIGINT}. */
    record Whole(long value) implements Literal {}

    /** A floating point number. */
    record Real(double value) implements Literal {}

    /** A decimal number, with the scale of its column. */
    record Decimal(BigDecimal value) implements Literal {}

    /** True or false. */
    record Bool(boolean value) implements Literal {}

    /** A moment, as precise as its column's format. */
    record Timestamp(Instant value) implements Literal {}

    /** A date and time of day. */
    record DateTime(LocalDateTime value) implements Literal {}

    /** A day. */
    record Date(LocalDate value) implements Literal {}

    /** A time of day. */
    record Time(LocalTime value) implements Literal {}

    /** A UUID. */
    record Uuid(java.util.UUID value) implements Literal {}

    /** Bytes, as lower-case hexadecimal digits. */
    record Blob(String hex) implements Literal {}

    /** A word of an enum. */
    record EnumMember(EnumType type, EnumType.Member member) implements Literal {}

    /** JSON text, compact, and of the column's shape where it has one. */
    record Json(String text) implements Literal {}
}
