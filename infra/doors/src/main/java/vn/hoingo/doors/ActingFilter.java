package vn.hoingo.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.hoingo.messaging.Acting;
import vn.hoingo.messaging.Ids;

/** Lets everything that a request does happen in the name of whoever sent it, under the key and version that they gave. */
final class ActingFilter extends OncePerRequestFilter {

    static final int MOST_BODY_BYTES = 1024 * 1024;
    private static final Set<String> UNSAFE = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> EDITS = Set.of("PUT", "PATCH", "DELETE");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private final Problems problems;

    ActingFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!UNSAFE.contains(request.getMethod()) || !request.getRequestURI().startsWith("/api/")) {
            proceed(acting(request, null), request, response, chain);
            return;
        }
        String key = request.getHeader("Idempotency-Key");
        String ifMatch = request.getHeader("If-Match");
        if (key != null && !KEY.matcher(key).matches()) {
            problems.write(request, response, 400, "idempotency-key");
        } else if (ifMatch == null && EDITS.contains(request.getMethod())) {
            problems.write(request, response, 428, "precondition-required");
        } else if (ifMatch != null && !VERSION.matcher(ifMatch).matches()) {
            problems.write(request, response, 400, "if-match");
        } else {
            proceedUnsafe(key, ifMatch, request, response, chain);
        }
    }

    private void proceedUnsafe(
            @Nullable String key,
            @Nullable String ifMatch,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest readable = request;
        String bodyHash = String.valueOf(request.getContentLengthLong());
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/")) {
            byte[] body = request.getInputStream().readNBytes(MOST_BODY_BYTES + 1);
            if (body.length > MOST_BODY_BYTES) {
                problems.write(request, response, 413, "too-large");
                return;
            }
            bodyHash = Ids.digest(body);
            readable = new Reread(request, body);
        }
        String route = request.getMethod() + " " + request.getRequestURI();
        Acting.Request asked = new Acting.Request(route, key, bodyHash, ifMatch == null ? null : version(ifMatch));
        proceed(acting(request, asked), readable, response, chain);
    }

    private static long version(String ifMatch) {
        var matcher = VERSION.matcher(ifMatch);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }

    private static Acting acting(HttpServletRequest request, Acting.@Nullable Request asked) {
        String given = request.getHeader("X-Correlation-Id");
        String correlation = given != null && KEY.matcher(given).matches()
                ? given
                : Ids.fresh().toString();
        return new Acting(Caller.current().account(), correlation, null, request.getHeader("traceparent"), asked);
    }

    private static void proceed(
            Acting acting, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            acting.in(() -> {
                chain.doFilter(request, response);
                return acting;
            });
        } catch (ServletException | IOException | RuntimeException thrown) {
            throw thrown;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }

    /** A request whose body was read once already. */
    private static final class Reread extends HttpServletRequestWrapper {

        private final byte[] body;

        Reread(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    return bytes.read(into, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("the body is there already");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
