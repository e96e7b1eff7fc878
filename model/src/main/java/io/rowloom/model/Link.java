package io.rowloom.model;

import java.util.Optional;

/**
 * Further reading that the reference document points to.
 *
 * @param title the text of the link
 * @param href an absolute address, or a path relative to the document
 * @param note what is to be found there
 */
public record Link(String title, String href, Optional<String> note) {}
