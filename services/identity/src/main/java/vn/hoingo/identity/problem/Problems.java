package vn.hoingo.identity.problem;

import com.mongodb.MongoException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every error of the API as problem+json with a stable type, in the reader's language, and without a stack trace. */
@RestControllerAdvice(annotations = RestController.class)
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Refusal refusal) {
        String type = refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return answer(
                HttpStatus.CONFLICT,
                type,
                words(refusal.words()),
                Map.of("reason", refusal.reason().name()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Absent absent) {
        return answer(HttpStatus.NOT_FOUND, "absent", words("problem.absent"), Map.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Invalid invalid) {
        List<Map<String, String>> errors = invalid.fields().stream()
                .map(field -> Map.of("pointer", field.pointer(), "message", words(field.words(), field.values())))
                .toList();
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", words("problem.invalid"), Map.of("errors", errors));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(AccessDeniedException denied) {
        return answer(HttpStatus.FORBIDDEN, "forbidden", words("problem.forbidden"), Map.of());
    }

    @ExceptionHandler({MongoException.class, DataAccessResourceFailureException.class})
    ResponseEntity<ProblemDetail> onStoreUnavailable(Exception e) {
        log.warn("The store does not answer: {}", e.getClass().getSimpleName());
        ResponseEntity<ProblemDetail> problem =
                answer(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", words("problem.unavailable"), Map.of());
        return ResponseEntity.status(problem.getStatusCode())
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(problem.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onAnythingElse(RuntimeException e) {
        log.error("A request failed", e);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", words("problem.failed"), Map.of());
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String kind =
                switch (status.value()) {
                    case 400 -> "malformed";
                    case 404 -> "absent";
                    default -> "request";
                };
        return new ResponseEntity<>(problem(status, kind, words("problem." + kind), Map.of()), headers, status);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        boolean ofPath = mismatch instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter().hasParameterAnnotation(PathVariable.class);
        return createResponseEntity(null, headers, ofPath ? HttpStatus.NOT_FOUND : status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (unreadable.getCause() instanceof UnrecognizedPropertyException unknown) {
            ProblemDetail problem = problem(
                    status,
                    "unknown-field",
                    words("problem.unknown-field", unknown.getPropertyName()),
                    Map.of("pointer", "/" + unknown.getPropertyName()));
            return new ResponseEntity<>(problem, headers, status);
        }
        return createResponseEntity(null, headers, status, request);
    }

    private ResponseEntity<ProblemDetail> answer(
            HttpStatus status, String type, String detail, Map<String, Object> properties) {
        return ResponseEntity.status(status).body(problem(status, type, detail, properties));
    }

    private static ProblemDetail problem(
            HttpStatusCode status, String type, @Nullable String detail, Map<String, Object> properties) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("/problems/" + type));
        problem.setDetail(detail);
        properties.forEach(problem::setProperty);
        return problem;
    }

    private String words(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
