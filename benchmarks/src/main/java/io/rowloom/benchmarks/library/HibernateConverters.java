package io.rowloom.benchmarks.library;

import io.rowloom.benchmarks.db.Account;
import io.rowloom.benchmarks.db.Message;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;

/** The types that Hibernate does not store as the model says; no column that has them is null. */
final class HibernateConverters {
    private HibernateConverters() {}

    /** Moments as text. */
    @Converter
    static class Moments implements AttributeConverter<Instant, String> {
        @Override
        public String convertToDatabaseColumn(Instant value) {
            return Moment.format(value);
        }

        @Override
        public Instant convertToEntityAttribute(String text) {
            return Moment.parse(text);
        }
    }

    /** States as their words. */
    @Converter
    static class States implements AttributeConverter<Message.State, String> {
        @Override
        public String convertToDatabaseColumn(Message.State value) {
            return value.value();
        }

        @Override
        public Message.State convertToEntityAttribute(String text) {
            return Message.State.of(text);
        }
    }

    /** Plans as their words. */
    @Converter
    static class Plans implements AttributeConverter<Account.Plan, String> {
        @Override
        public String convertToDatabaseColumn(Account.Plan value) {
            return value.value();
        }

        @Override
        public Account.Plan convertToEntityAttribute(String text) {
            return Account.Plan.of(text);
        }
    }
}
