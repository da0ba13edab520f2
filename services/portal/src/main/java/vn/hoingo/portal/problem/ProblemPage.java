package vn.hoingo.portal.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vn.hoingo.portal.page.Frame;
import vn.hoingo.portal.page.Reader;
import vn.hoingo.portal.page.SignInFirst;
import vn.hoingo.portal.relay.Answer;
import vn.hoingo.portal.relay.SignInEnded;
import vn.hoingo.portal.relay.Unavailable;

/** A whole page says what happened and offers a way on; a part of a page says it in one line and leaves the rest alone. */
@ControllerAdvice
class ProblemPage {

    private final SignInFirst signIn;
    private final Frame frame;

    ProblemPage(SignInFirst signIn, Frame frame) {
        this.frame = frame;
        this.signIn = signIn;
    }

    @ExceptionHandler
    ModelAndView away(Unavailable problem, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Retry-After", "5");
        return page(request, response, 503, problem.service());
    }

    @ExceptionHandler
    ModelAndView refused(Answer problem, HttpServletRequest request, HttpServletResponse response) {
        int status =
                problem.status() == 403 || problem.status() == 404 || problem.status() == 410 ? problem.status() : 409;
        ModelAndView page = page(request, response, status, "");
        page.addObject("sentence", problem.sentence());
        return page;
    }

    @ExceptionHandler
    ModelAndView denied(AccessDeniedException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Reader.current() == null) {
            signIn.send(request, response);
            return new ModelAndView();
        }
        return page(request, response, 403, "");
    }

    @ExceptionHandler({NoResourceFoundException.class, MethodArgumentTypeMismatchException.class})
    ModelAndView nowhere(HttpServletRequest request, HttpServletResponse response) {
        return page(request, response, 404, "");
    }

    @ExceptionHandler
    ModelAndView tooLarge(
            MaxUploadSizeExceededException problem, HttpServletRequest request, HttpServletResponse response) {
        return page(request, response, 413, "");
    }

    @ExceptionHandler
    void ended(SignInEnded problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        signIn.send(request, response);
    }

    private ModelAndView page(HttpServletRequest request, HttpServletResponse response, int status, String service) {
        boolean part = request.getHeader("HX-Request") != null;
        response.setStatus(part ? 200 : status);
        ModelAndView page = new ModelAndView(part ? "problem/problem :: line" : "problem/problem");
        page.addObject("status", status);
        page.addObject("service", service);
        page.addObject("again", again(request));
        page.addAllObjects(frame.around(request));
        return page;
    }

    private static String again(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return request.getRequestURI();
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** What the container itself could not answer. */
    @Controller
    static class Last implements ErrorController {

        @RequestMapping("/error")
        String error(HttpServletRequest request, Model model) {
            Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            model.addAttribute("status", status instanceof Integer known ? known : 500);
            model.addAttribute("service", "");
            model.addAttribute("again", "/");
            return "problem/problem";
        }
    }
}
