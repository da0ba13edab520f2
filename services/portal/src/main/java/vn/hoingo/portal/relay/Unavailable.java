package vn.hoingo.portal.relay;

/** A service does not answer at the moment; what was asked may be asked again. */
public class Unavailable extends RuntimeException {

    private final String service;

    Unavailable(String service, Throwable cause) {
        super(service + " does not answer", cause);
        this.service = service;
    }

    Unavailable(String service) {
        super(service + " does not answer");
        this.service = service;
    }

    public String service() {
        return service;
    }
}
