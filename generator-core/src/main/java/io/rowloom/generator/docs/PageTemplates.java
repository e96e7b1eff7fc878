package io.rowloom.generator.docs;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.reflect.AbstractObjectHandler;
import com.github.mustachejava.util.Wrapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills templates: {@code {{name}}} is text and escaped for Markdown, {@code {{{name}}}} is Markdown already.
 *
 * <p>Mustache by itself escapes for HTML, shows nothing for a name that is missing and looks for it in outer views; here
 * such a name is an error.
 */
final class PageTemplates extends DefaultMustacheFactory {
    PageTemplates() {
        setObjectHandler(new ViewHandler());
    }

    /** Fills the template of that name with a view. */
    String fill(String template, View view) {
        StringWriter text = new StringWriter(1 << 14);
        compile(template).execute(text, view);
        return text.toString();
    }

    @Override
    public Reader getReader(String name) {
        var stream = PageTemplates.class.getResourceAsStream(name);
        if (stream == null) {
            throw new MustacheException("no template " + name);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    @Override
    public void encode(String value, Writer writer) {
        try {
            writer.write(Markdown.text(value));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Finds a name in the innermost view and nowhere else. */
    private static final class ViewHandler extends AbstractObjectHandler {
        @Override
        public Binding createBinding(String name, TemplateContext place, Code code) {
            return scopes -> value(name, place, scopes);
        }

        private static Object value(String name, TemplateContext place, List<Object> scopes) {
            Object scope = innermost(scopes);
            if (name.equals(".")) {
                return scope;
            }
            @Nullable Object value = scope instanceof View view ? view.get(name) : null;
            if (value == null) {
                throw new MustacheException(place + ": no value named '" + name + "' in " + scope.getClass());
            }
            return value;
        }

        /** A condition is a scope of its own, but holds nothing. */
        private static Object innermost(List<Object> scopes) {
            int last = scopes.size() - 1;
            while (scopes.get(last) instanceof Boolean) {
                last--;
            }
            return scopes.get(last);
        }

        @Override
        public Wrapper find(String name, List<Object> scopes) {
            throw new UnsupportedOperationException("names are found by their binding");
        }

        @Override
        public String stringify(Object value) {
            return value.toString();
        }
    }
}
