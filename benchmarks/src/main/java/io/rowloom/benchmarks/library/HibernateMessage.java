package io.rowloom.benchmarks.library;

import io.rowloom.benchmarks.db.Message;
import io.rowloom.benchmarks.db.NewMessage;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A message as Hibernate maps it. */
@Entity(name = "Message")
@Table(name = "messages")
@NullUnmarked
class HibernateMessage {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "conversation_id")
    String conversationId;

    String sender;

    @Convert(converter = HibernateConverters.States.class)
    Message.State state;

    String content;

    int tokens;

    @Column(name = "created_at")
    @Convert(converter = HibernateConverters.Moments.class)
    Instant createdAt;

    HibernateMessage() {}

    HibernateMessage(NewMessage message) {
        this.conversationId = message.conversationId();
        this.sender = message.sender();
        this.state = message.state();
        this.content = message.content();
        this.tokens = message.tokens();
        this.createdAt = message.createdAt();
    }

    HibernateMessage(Message message) {
        this.id = message.id();
        this.conversationId = message.conversationId();
        this.sender = message.sender();
        this.state = message.state();
        this.content = message.content();
        this.tokens = message.tokens();
        this.createdAt = message.createdAt();
    }
}
