package io.rowloom.examples.sessions;

import io.rowloom.examples.sessions.db.PromptJobData;
import java.util.Optional;

/** What answers prompts: in earnest a coding assistant in a process of its own. */
interface Assistant {
    /**
     * Works on a prompt.
     *
     * @param resumeToken what the assistant gave with its last answer in the session, so that it knows what was said
     * @throws AssistantFailure when there is no answer, perhaps because it is overloaded
     */
    Answer answer(PromptJobData prompt, Optional<String> resumeToken) throws AssistantFailure;

    /**
     * An answer.
     *
     * @param event the answer as JSON, as the assistant gave it
     * @param resumeToken what it needs to go on from here
     * @param tokens the tokens that it took
     */
    record Answer(String event, String resumeToken, int tokens) {}

    /** Says why there is no answer. */
    final class AssistantFailure extends Exception {
        private static final long serialVersionUID = 1;

        AssistantFailure(String message) {
            super(message);
        }
    }
}
