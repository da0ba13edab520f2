package vn.hoingo.benchmarks.cinema;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that announces. */
@SpringBootApplication
public class Cinema {}
