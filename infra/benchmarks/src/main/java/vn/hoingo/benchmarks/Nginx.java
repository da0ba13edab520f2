package vn.hoingo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An nginx of the system's packages with a configuration of its own, on the loopback address only. */
final class Nginx {

    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");

    private Nginx() {}

    /** Answers the same small page to everything. */
    static Running answering(Path home, int port) throws IOException {
        return start(home.resolve("answering"), null, """
                server {
                  listen 127.0.0.1:%d;
                  keepalive_requests 1000000;
                  location / { default_type application/json; return 200 '{"items": [{"id": "1", "name": "Busan"}, {"id": "2", "name": "Đà Nẵng"}]}'; }
                }
                """.formatted(port));
    }

    /** Passes everything on, as a gateway without any other duty would. */
    static Running passing(Path home, int port, int to) throws IOException {
        return start(
                home.resolve("passing"),
                "upstream behind { server 127.0.0.1:%d; keepalive 64; keepalive_requests 1000000; }".formatted(to),
                """
                server {
                  listen 127.0.0.1:%d;
                  keepalive_requests 1000000;
                  location / {
                    proxy_pass http://behind;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                    proxy_set_header Host $host;
                    proxy_set_header X-Forwarded-For $remote_addr;
                  }
                }
                """.formatted(port));
    }

    private static Running start(Path folder, @Nullable String upstream, String server) throws IOException {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IOException("there is no " + PROGRAM + ": apt-get install nginx");
        }
        Files.createDirectories(folder);
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, """
                daemon off;
                worker_processes 1;
                pid %1$s/pid;
                error_log %1$s/error.log;
                events { worker_connections 4096; }
                http {
                  access_log off;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  %2$s
                  %3$s
                }
                """.formatted(folder, upstream == null ? "" : upstream, server));
        return Running.program(
                List.of(
                        PROGRAM.toString(),
                        "-e",
                        folder.resolve("error.log").toString(),
                        "-c",
                        configuration.toString()),
                Map.of(),
                folder.resolve("log"));
    }
}
