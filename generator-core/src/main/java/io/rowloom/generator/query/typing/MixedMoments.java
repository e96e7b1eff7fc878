package io.rowloom.generator.query.typing;

/**
 * A moment that is compared with one of another form.
 *
 * @param name the column, as the query calls it, or words for what is none
 * @param form how it is held, by an example
 * @param other how that is held which it is compared with
 * @param advice what to write
 */
public record MixedMoments(String name, String form, String other, String advice) {}
