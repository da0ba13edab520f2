package vn.hoingo.benchmarks.board;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that hears. */
@SpringBootApplication
public class Board {}
