package vn.hoingo.messaging.lab;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that the tests of the library run. */
@SpringBootApplication
public class Lab {}
