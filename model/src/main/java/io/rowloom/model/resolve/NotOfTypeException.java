package io.rowloom.model.resolve;

import io.rowloom.model.problem.Place;
import java.util.Optional;

/** A value that is not of the type it should have. */
final class NotOfTypeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final transient Optional<String> suggestion;

    NotOfTypeException(Place place, String message) {
        this(place, message, Optional.empty());
    }

    NotOfTypeException(Place place, String message, Optional<String> suggestion) {
        super(message);
        this.place = place;
        this.suggestion = suggestion;
    }

    Place place() {
        return place;
    }

    /** What is wrong, one sentence without a full stop. */
    String message() {
        return String.valueOf(getMessage());
    }

    Optional<String> suggestion() {
        return suggestion;
    }
}
