package io.rowloom.generator.docs;

import org.jspecify.annotations.Nullable;

/** What a template may ask for, by name and without reflection, which would cost more than all the rest. */
interface View {
    /**
     * The value of that name: text, a {@link Boolean}, another view or a list of either; null if the view has no such name,
     * which is a mistake in the template.
     */
    @Nullable
    Object get(String name);
}
