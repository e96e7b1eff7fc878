package io.rowloom.generator.query.typing;

import io.rowloom.model.EnumType;

/**
 * A literal where a word of an enum belongs that it does not have.
 *
 * @param text what the literal holds
 * @param at the offset of its first character in the statement
 * @param type the enum
 */
public record StrangeWord(String text, int at, EnumType type) {}
