package io.rowloom.generator.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.query.QueryAnalyzer;
import io.rowloom.generator.testing.Fixtures;
import io.rowloom.generator.testing.LargeModel;
import io.rowloom.generator.testing.RandomModel;
import io.rowloom.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser: {@code mvn verify -Pbrowser}, with {@code -Drowloom.browser=} for its path. */
class HtmlDocumentBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static Browser browser;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        String program = System.getProperty("rowloom.browser", "");
        assumeTrue(!program.isEmpty(), "no browser; run with -Pbrowser");
        browser = new Browser(program);
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void light() {
        browser.size(1280, 900);
        browser.dark(false);
    }

    @Test
    void theSearchIsReachedUsedAndLeftByTheKeyboard() throws Exception {
        open(everything());
        int all = browser.number("document.querySelectorAll('article').length");

        browser.press("/");
        assertEquals("search", browser.text("document.activeElement.id"));
        browser.type("invoices");
        waitFor("document.getElementById('found').textContent === '1 of " + all + " entries'");
        assertEquals("customers", visible());
        assertEquals("1", browser.text("document.querySelectorAll('nav li li:not([hidden])').length"));
        assertEquals("1", browser.text("document.querySelectorAll('nav details > ul > li:not([hidden])').length"));

        browser.press("Enter");
        assertEquals("customers", browser.text("document.activeElement.textContent.trim()"));

        browser.press("/");
        browser.press("Escape");
        waitFor("document.querySelectorAll('article[hidden]').length === 0");
        assertEquals("", browser.text("document.getElementById('found').textContent"));
    }

    @Test
    void aLinkToAnEntryThatTheSearchHidesShowsItAgain() throws Exception {
        open(everything());
        browser.press("/");
        browser.type("invoices");
        waitFor("document.querySelectorAll('article[hidden]').length > 0");

        browser.text("(location.hash = '#orders', '')");

        waitFor("document.querySelectorAll('article[hidden]').length === 0");
    }

    @Test
    void nothingIsLoadedAndNothingOfTheModelRuns() throws Exception {
        for (long seed = 0; seed < 12; seed++) {
            open(RandomModel.of(seed));
            String at = "seed " + seed;
            assertEquals(0, browser.number("performance.getEntriesByType('resource').length"), at);
            assertEquals(1, browser.number("document.scripts.length"), at);
            assertEquals(
                    0,
                    browser.number("document.querySelectorAll('img, iframe, object, embed, link, form').length"),
                    at);
            assertEquals(
                    "",
                    browser.text(
                            "Array.from(document.querySelectorAll('*')).flatMap((element) => Array.from(element.attributes))"
                                    + ".map((attribute) => attribute.name).filter((name) => name.startsWith('on')).join()"),
                    at);
            assertEquals(
                    "",
                    browser.text("Array.from(document.links, (link) => link.protocol)"
                            + ".filter((it) => !['file:', 'http:', 'https:', 'mailto:'].includes(it)).join()"),
                    at);
        }
    }

    @Test
    void everyLinkWithinThePageLeadsToOnePlace() throws Exception {
        for (long seed = 0; seed < 12; seed++) {
            open(RandomModel.of(seed));
            assertEquals(
                    "",
                    browser.text(
                            "Array.from(document.querySelectorAll('a[href^=\"#\"]'), (link) => link.getAttribute('href').slice(1))"
                                    + ".filter((id) => document.querySelectorAll('[id=\"' + CSS.escape(id) + '\"]').length !== 1).join()"),
                    "seed " + seed);
        }
    }

    @Test
    void theTextOfTheModelIsShownAsItIs() throws Exception {
        Model model = everything();
        open(model);
        String text = browser.text("document.body.textContent");
        assertTrue(text.contains("As it is printed on invoices."), text);
        assertTrue(text.contains("total || '|'"), text);
        assertTrue(text.contains("\"name\": \"Ada \\\"Ace\\\"\""), text);
    }

    @Test
    void noScreenIsTooNarrowForThePage() throws Exception {
        for (int width : List.of(320, 390, 800, 1280, 1920)) {
            browser.size(width, 900);
            for (Model model : List.of(everything(), RandomModel.of(3), RandomModel.of(8))) {
                open(model);
                assertTrue(
                        browser.number("document.documentElement.scrollWidth") <= width,
                        () -> "wider than " + width + ": "
                                + browser.text(
                                        "Array.from(document.querySelectorAll('main *')).filter((element) => "
                                                + "element.getBoundingClientRect().right > innerWidth && !element.closest('.wide, pre'))"
                                                + ".map((element) => element.outerHTML.slice(0, 200)).slice(0, 3).join('\\n')"));
            }
            open(everything());
            browser.screenshot(SCREENSHOTS.resolve("everything-" + width + ".png"));
            browser.text("(document.getElementById('orders').scrollIntoView(), '')");
            browser.screenshot(SCREENSHOTS.resolve("orders-" + width + ".png"));
        }
        assertEquals("true", browser.text("document.getElementById('contents').open"));
        browser.size(390, 900);
        open(everything());
        assertEquals("false", browser.text("document.getElementById('contents').open"));
    }

    @Test
    void aThousandTablesAreShownAndSearchedAtOnce() throws Exception {
        open(LargeModel.of(folder, 1000));
        assertEquals(1000, browser.number("document.querySelectorAll('article').length"));
        browser.screenshot(SCREENSHOTS.resolve("thousand.png"));
        browser.press("/");
        browser.type("table_777");
        long start = System.nanoTime();
        waitFor("document.getElementById('found').textContent !== ''");
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        assertTrue(milliseconds < 3000, milliseconds + " ms");
        browser.press("Enter");
        assertEquals("table_777", browser.text("document.activeElement.textContent.trim()"));
        browser.screenshot(SCREENSHOTS.resolve("thousand-found.png"));
    }

    @Test
    void textIsReadableByDayAndByNight() throws Exception {
        String paper = "getComputedStyle(document.body).backgroundColor";
        open(everything());
        String light = browser.text(paper);
        assertTrue(contrast() >= 4.5, "light: " + contrast());
        browser.dark(true);
        assertNotEquals(light, browser.text(paper));
        assertTrue(contrast() >= 4.5, "dark: " + contrast());
        browser.screenshot(SCREENSHOTS.resolve("everything-dark.png"));
    }

    @Test
    void diagramsHaveNamesAndBoxesThatHoldTheirTextAndDoNotOverlap() throws Exception {
        open(everything());
        assertTrue(browser.number("document.querySelectorAll('svg').length") >= 4);
        assertEquals(
                "0",
                browser.text(
                        "Array.from(document.querySelectorAll('svg')).filter((svg) => svg.getAttribute('role') !== 'img' || "
                                + "!svg.getAttribute('aria-labelledby').split(' ').every((id) => document.getElementById(id).textContent))"
                                + ".length"));
        // Entries far below are not laid out until they are near.
        browser.text(
                "(document.querySelectorAll('article').forEach((it) => { it.style.contentVisibility = 'visible'; }), '')");
        assertEquals(
                "",
                browser.text("Array.from(document.querySelectorAll('svg .box')).flatMap((box) => { "
                        + "const rect = box.querySelector('rect').getBBox(); "
                        + "return Array.from(box.querySelectorAll('text')).filter((text) => { const it = text.getBBox(); "
                        + "return it.x < rect.x || it.x + it.width > rect.x + rect.width || it.y + it.height > rect.y + rect.height; }); })"
                        + ".map((text) => text.textContent).join()"));
        assertEquals(
                "0",
                browser.text("Array.from(document.querySelectorAll('svg')).filter((svg) => { "
                        + "const rects = Array.from(svg.querySelectorAll('rect'), (rect) => rect.getBBox()); "
                        + "return rects.some((a, i) => rects.some((b, j) => i < j && a.x < b.x + b.width && b.x < a.x + a.width "
                        + "&& a.y < b.y + b.height && b.y < a.y + a.height)); }).length"));
    }

    @Test
    void headingsGoDownStepByStepAndPlacesHaveRoles() throws Exception {
        open(everything());
        assertEquals(
                "",
                browser.text("Array.from(document.querySelectorAll('h1, h2, h3, h4'), (it) => Number(it.tagName[1]))"
                        + ".filter((level, i, all) => i > 0 && level > all[i - 1] + 1).join()"));
        assertEquals(1, browser.number("document.querySelectorAll('h1').length"));
        assertEquals("Search", browser.text("document.querySelector('#search').labels[0].textContent"));
        assertEquals(1, browser.number("document.querySelectorAll('main').length"));
        assertEquals("Contents", browser.text("document.querySelector('nav').getAttribute('aria-label')"));
        assertEquals("en", browser.text("document.documentElement.lang"));
        browser.press("Tab");
        assertEquals("#main", browser.text("document.activeElement.getAttribute('href')"));
    }

    private static Model everything() throws Exception {
        return Fixtures.model(Path.of("src/test/fixtures/docs/everything"));
    }

    private void open(Model model) throws Exception {
        DocsContext context = new DocsContext(
                "target/database.html",
                "/srv/project",
                "src/main/rowloom",
                "mvn x",
                "db",
                List.of(),
                DocsLayout.AUTO,
                Islands.NONE);
        Path file = folder.resolve("database.html");
        Files.writeString(
                file,
                HtmlDocument.render(model, QueryAnalyzer.analyse(model), Daos.of(model), context)
                        .text()
                        .get());
        browser.open(file);
    }

    private static String visible() {
        return browser.text(
                "Array.from(document.querySelectorAll('article:not([hidden]) h3'), (it) => it.textContent.trim()).join()");
    }

    private static void waitFor(String condition) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            if (browser.text(condition).equals("true")) {
                return;
            }
            Thread.sleep(25);
        }
        throw new AssertionError("never: " + condition);
    }

    /** Of text, soft text and links on what is behind them, the least; see WCAG 2, 1.4.3. */
    private static double contrast() {
        return Double.parseDouble(browser.text("""
                (() => {
                  const rgb = (color) => color.match(/[\\d.]+/g).slice(0, 3).map(Number);
                  const luminance = (color) => rgb(color).map((c) => c / 255)
                    .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
                  const paper = luminance(getComputedStyle(document.body).backgroundColor);
                  const ratio = (color) => {
                    const [low, high] = [luminance(color), paper].sort((a, b) => a - b);
                    return (high + 0.05) / (low + 0.05);
                  };
                  return Math.min(...['main p', 'main a[href]', 'blockquote', 'code', 'summary']
                    .map((selector) => ratio(getComputedStyle(document.querySelector(selector)).color)));
                })()
                """));
    }
}
