package vn.hoingo.doors;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import vn.hoingo.messaging.Absent;
import vn.hoingo.messaging.KeyReused;
import vn.hoingo.messaging.Refusal;
import vn.hoingo.messaging.StaleEdit;

/**
 * Every "no" in one shape, {@code application/problem+json} (RFC 9457): a stable type, what was wrong in the reader's language,
 * what is allowed; never how we are built.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    private final MessageSource words;
    private final JsonMapper json;

    Problems(MessageSource words, JsonMapper json) {
        this.words = words;
        this.json = json;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Refusal refusal) {
        String reason = refusal.reason().name();
        ProblemDetail problem = problem(
                409, kebab(reason), words("refusal." + reason, refusal.values().toArray()));
        problem.setProperty("reason", reason);
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Absent absent) {
        return answer(problem(404, "absent", words("doors.absent")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(StaleEdit stale) {
        ProblemDetail problem = problem(412, "stale-edit", words("doors.stale"));
        problem.setProperty("currentVersion", stale.current());
        problem.setProperty(
                "changes",
                stale.since().stream()
                        .map(change -> {
                            Map<String, Object> shown = new LinkedHashMap<>();
                            shown.put("version", change.version());
                            shown.put("at", change.at());
                            shown.put("by", change.actor());
                            shown.put("facts", change.facts());
                            return shown;
                        })
                        .toList());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(OptimisticLockingFailureException overtaken) {
        return retryLater();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(KeyReused reused) {
        return answer(problem(422, "idempotency-key-reused", words("doors.key-reused")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Invalid invalid) {
        return invalid(invalid.fields().stream()
                .map(field -> new Wrong(
                        field.pointer(), words(field.key(), field.values().toArray()), null))
                .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentNotValidException invalid) {
        return invalid(invalid.getBindingResult().getAllErrors().stream()
                .map(error -> new Wrong(
                        error instanceof FieldError field ? pointer(field.getField()) : "",
                        String.valueOf(error.getDefaultMessage()),
                        null))
                .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HandlerMethodValidationException invalid) {
        List<Wrong> wrong = new ArrayList<>();
        invalid.getParameterValidationResults().forEach(result -> result.getResolvableErrors()
                .forEach(error -> wrong.add(new Wrong(
                        "/" + result.getMethodParameter().getParameterName(),
                        String.valueOf(error.getDefaultMessage()),
                        null))));
        return invalid(wrong);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ConstraintViolationException invalid) {
        return invalid(invalid.getConstraintViolations().stream()
                .map(violation ->
                        new Wrong(pointer(violation.getPropertyPath().toString()), violation.getMessage(), null))
                .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter()
                .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)) {
            return answer(problem(404, "absent", words("doors.absent")));
        }
        String pointer = "/" + mismatch.getName();
        if (mismatch.getCause() instanceof ConversionFailedException failed
                && Coded.class.isAssignableFrom(failed.getTargetType().getType())) {
            return invalid(List.of(wrongChoice(pointer, failed.getTargetType().getType())));
        }
        return invalid(List.of(new Wrong(pointer, words("doors.type"), null)));
    }

    private Wrong wrongChoice(String pointer, Class<?> kind) {
        List<String> allowed = Arrays.stream(kind.getEnumConstants())
                .map(each -> json.convertValue(each, String.class))
                .toList();
        return new Wrong(pointer, words("doors.choice", String.join(", ", allowed)), allowed);
    }

    /** Not JSON, or JSON of another shape: 400, with the place; the value itself is not repeated. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HttpMessageNotReadableException unreadable) {
        Throwable cause = unreadable.getCause();
        if (cause instanceof UnrecognizedPropertyException unknown) {
            ProblemDetail problem =
                    problem(400, "unknown-field", words("doors.unknown-field", unknown.getPropertyName()));
            problem.setProperty("pointer", pointer(unknown));
            problem.setProperty(
                    "allowed",
                    unknown.getKnownPropertyIds() == null
                            ? List.of()
                            : unknown.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .toList());
            return answer(problem);
        }
        if (cause instanceof InvalidFormatException format) {
            Class<?> target = format.getTargetType();
            return invalid(List.of(
                    target != null && target.isEnum()
                            ? wrongChoice(pointer(format), target)
                            : new Wrong(pointer(format), words("doors.type"), null)));
        }
        ProblemDetail problem = problem(400, "malformed", words("doors.malformed"));
        if (cause instanceof DatabindException place) {
            problem.setProperty("pointer", pointer(place));
        }
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MaxUploadSizeExceededException large) {
        return answer(problem(413, "too-large", words("doors.too-large")));
    }

    /** Neither JSON nor a form: what is no text, no parts or no type of content at all is not a fault of ours. */
    @ExceptionHandler({InvalidParameterException.class, MultipartException.class, InvalidMediaTypeException.class})
    ResponseEntity<ProblemDetail> unreadable(Exception request) {
        return answer(problem(400, "request", words("doors.request")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HttpMediaTypeNotSupportedException type) {
        ProblemDetail problem = problem(415, "media-type", words("doors.media-type"));
        problem.setProperty(
                "allowed",
                type.getSupportedMediaTypes().stream().map(MediaType::toString).toList());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(AccessDeniedException denied) {
        return answer(problem(403, "forbidden", words("doors.forbidden")));
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        ResourceAccessException.class,
        HttpServerErrorException.ServiceUnavailable.class
    })
    ResponseEntity<ProblemDetail> unavailable(RuntimeException unreachable) {
        LOG.warn("unavailable: {}", unreachable.toString());
        return retryLater();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(UncategorizedDataAccessException store) {
        return store.getCause() instanceof MongoException ? unavailable(store) : on((Exception) store);
    }

    /** Our own token for asking another service could not be had: we wait for an identity provider that is away. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(OAuth2AuthorizationException noToken) {
        for (Throwable cause = noToken; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResourceAccessException) {
                return unavailable(noToken);
            }
        }
        return on((Exception) noToken);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Exception unexpected) {
        if (unexpected instanceof ErrorResponse known) {
            HttpStatusCode status = known.getStatusCode();
            return answer(problem(
                    status.value(),
                    status.value() == 404 ? "absent" : "request",
                    words(status.value() == 404 ? "doors.absent" : "doors.request")));
        }
        LOG.error("unexpected", unexpected);
        return answer(problem(500, "unexpected", words("doors.unexpected")));
    }

    /** For filters, which are outside of any controller. */
    void write(HttpServletRequest request, HttpServletResponse response, int status, String kind) throws IOException {
        Locale locale = request.getLocale().getLanguage().equals("en") ? Locale.ENGLISH : Locale.of("vi");
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(status),
                String.valueOf(words.getMessage("doors." + kind, null, "doors." + kind, locale)));
        problem.setType(URI.create("/problems/" + kind));
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }

    private ResponseEntity<ProblemDetail> retryLater() {
        return ResponseEntity.status(503)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(503, "unavailable", words("doors.unavailable")));
    }

    private ResponseEntity<ProblemDetail> invalid(List<Wrong> wrong) {
        ProblemDetail problem = problem(422, "invalid", words("doors.invalid", wrong.size()));
        problem.setProperty("errors", wrong);
        return answer(problem);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemDetail problem(int status, String kind, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
        problem.setType(URI.create("/problems/" + kind));
        return problem;
    }

    private String words(String key, @Nullable Object... values) {
        return String.valueOf(words.getMessage(key, values, key, LocaleContextHolder.getLocale()));
    }

    private static String kebab(String reason) {
        return reason.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** members[2].rank becomes /members/2/rank. */
    private static String pointer(String field) {
        return "/" + field.replace("[", "/").replace("]", "").replace('.', '/');
    }

    private static String pointer(JacksonException place) {
        return place.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("/", "/", ""));
    }

    /** @param allowed the values that are possible here, when they can be listed */
    record Wrong(
            String pointer,
            String message,

            @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
            @Nullable
            List<String> allowed) {}
}
