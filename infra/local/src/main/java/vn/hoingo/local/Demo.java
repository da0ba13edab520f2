package vn.hoingo.local;

import java.net.http.HttpClient;
import java.util.function.Consumer;

/** x */
record Demo(HttpClient http, Addresses addresses, DemoFile file, Consumer<String> progress) {
    void load() {}
}
