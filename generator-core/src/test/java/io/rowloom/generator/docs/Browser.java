package io.rowloom.generator.docs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A browser of the Chromium family without a window, driven by its own protocol.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
final class Browser implements AutoCloseable, WebSocket.Listener {
    private static final String LISTENING = "DevTools listening on ws://";
    private static final int SECONDS = 60;

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
    private final StringBuilder partial = new StringBuilder();
    private int messages;

    /** Starts the program of that name or path. */
    Browser(String program) throws IOException, InterruptedException {
        profile = Files.createTempDirectory("browser");
        process = new ProcessBuilder(
                        program,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .start();
        BufferedReader errors = process.errorReader();
        String line = errors.readLine();
        while (line != null && !line.startsWith(LISTENING)) {
            line = errors.readLine();
        }
        if (line == null) {
            throw new IOException(program + " does not say where it listens");
        }
        // Nobody may wait for its further messages to be read.
        Thread reader = new Thread(() -> errors.lines().forEach(further -> {}), "browser messages");
        reader.setDaemon(true);
        reader.start();
        String address = line.substring(LISTENING.length(), line.indexOf('/', LISTENING.length()));
        HttpClient client = HttpClient.newHttpClient();
        String pages = client.send(
                        HttpRequest.newBuilder(URI.create("http://" + address + "/json/list"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        String page = string(pages.substring(pages.indexOf("\"type\": \"page\"")), "webSocketDebuggerUrl");
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(page), this)
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
        send("Page.enable", "{}");
    }

    /** Loads a file and waits until its scripts have run. */
    void open(Path file) throws InterruptedException {
        String address = file.toUri().toString();
        text("(window.leftBehind = true, '')");
        send("Page.navigate", "{\"url\": " + quoted(address) + '}');
        for (int i = 0; i < 200; i++) {
            if (text("document.readyState === 'complete' && !window.leftBehind && location.protocol === 'file:'")
                    .equals("true")) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the page does not load: " + address);
    }

    void size(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\": " + width + ", \"height\": " + height + ", \"deviceScaleFactor\": 1, \"mobile\": false}");
    }

    void dark(boolean dark) {
        send(
                "Emulation.setEmulatedMedia",
                "{\"features\": [{\"name\": \"prefers-color-scheme\", \"value\": \"" + (dark ? "dark" : "light")
                        + "\"}]}");
    }

    /** Presses a key by its name, {@code Escape}, or one character. */
    void press(String key) {
        String text = key.length() == 1 ? ", \"text\": " + quoted(key) : "";
        int code = Map.of("Enter", 13, "Escape", 27, "Tab", 9).getOrDefault(key, 0);
        String rest = ", \"key\": " + quoted(key) + ", \"windowsVirtualKeyCode\": " + code;
        send("Input.dispatchKeyEvent", "{\"type\": \"keyDown\"" + rest + text + '}');
        send("Input.dispatchKeyEvent", "{\"type\": \"keyUp\"" + rest + '}');
    }

    void type(String text) {
        send("Input.insertText", "{\"text\": " + quoted(text) + '}');
    }

    /** What an expression gives in the page, as text; a promise is waited for. */
    String text(String expression) {
        String answer = send(
                "Runtime.evaluate",
                "{\"returnByValue\": true, \"awaitPromise\": true, \"expression\": "
                        + quoted("Promise.resolve(" + expression + ").then(String)") + '}');
        if (answer.contains("\"exceptionDetails\"")) {
            throw new AssertionError(expression + "\n" + answer);
        }
        return string(answer, "value");
    }

    int number(String expression) {
        return Integer.parseInt(text(expression));
    }

    /** Writes what is seen as a PNG. */
    void screenshot(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        String answer = send("Page.captureScreenshot", "{\"format\": \"png\"}");
        Files.write(file, Base64.getDecoder().decode(string(answer, "data")));
    }

    private String send(String method, String parameters) {
        int id = ++messages;
        CompletableFuture<String> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText("{\"id\": " + id + ", \"method\": \"" + method + "\", \"params\": " + parameters + '}', true)
                .join();
        String text = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        if (text.startsWith("{\"error\"") || text.contains("\"error\":{\"code\"")) {
            throw new AssertionError(method + ' ' + parameters + "\n" + text);
        }
        return text;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String text = partial.toString();
            partial.setLength(0);
            if (text.startsWith("{\"id\":")) {
                int id = Integer.parseInt(text.substring(6, text.indexOf(',')));
                CompletableFuture<String> answer = answers.remove(id);
                if (answer != null) {
                    answer.complete(text);
                }
            }
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /** The first text of that name in a JSON text. */
    private static String string(String json, String name) {
        try (JsonParser parser = new JsonFactory().createParser(json.startsWith("{") ? json : '{' + json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && name.equals(parser.currentName())) {
                    return parser.getText();
                }
            }
        } catch (IOException failure) {
            throw new AssertionError(json, failure);
        }
        throw new AssertionError("no " + name + " in " + json);
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.destroy();
        boolean ended;
        try {
            ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            ended = false;
        }
        if (!ended) {
            process.destroyForcibly();
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(profile)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
