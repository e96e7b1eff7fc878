package io.rowloom.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GitHubAnnotationsTest {
    private static final Path PROJECT = Path.of("/srv/shop/orders");

    @Test
    void aMessageIsShownAtItsLineWithWhatFollowsIt() {
        assertEquals("""
                ::error file=orders/src/main/rowloom/shop.yaml,line=9,col=13,title=Rowloom::error[unknown-type]: no type named 'txt'%0Ain customers.columns.name; did you mean 'text'?
                ::error file=orders/b.yaml,line=1,col=1,title=Rowloom::error[x]: 100 %25
                """, printed(Map.of("GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", "/srv/shop"), """
                        the model cannot be used
                        src/main/rowloom/shop.yaml:9:13: error[unknown-type]: no type named 'txt'
                            in customers.columns.name; did you mean 'text'?
                        b.yaml:1:1: error[x]: 100 %
                        """));
    }

    @Test
    void aNameCannotEndTheCommand() {
        assertEquals(
                "::error file=a%2Cline=1%3A%3A b.yaml,line=2,col=3,title=Rowloom::error: ::set-output name=x::y\n",
                printed(Map.of("GITHUB_ACTIONS", "true"), "a,line=1:: b.yaml:2:3: error: ::set-output name=x::y"));
    }

    @Test
    void elsewhereNothingIsPrinted() {
        assertEquals("", printed(Map.of(), "a.yaml:1:1: error[x]: y"));
        assertEquals("", printed(Map.of("GITHUB_ACTIONS", "false"), "a.yaml:1:1: error[x]: y"));
    }

    @Test
    void whatHasNoPlaceIsNotShown() {
        Map<String, String> environment = Map.of("GITHUB_ACTIONS", "true");
        for (String text :
                new String[] {"", "x", "a: b", "1:1: x", "+| a:1:1: x", "    a:1:1: x", "a:x:1: y", "a:1:: y"}) {
            assertEquals("", printed(environment, text), text);
        }
    }

    private static String printed(Map<String, String> environment, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new GitHubAnnotations(environment, PROJECT, out).errors(text);
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
