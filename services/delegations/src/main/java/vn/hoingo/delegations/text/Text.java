package vn.hoingo.delegations.text;

import jakarta.validation.constraints.NotBlank;

/** Words for people, in both languages of the house. */
public record Text(
        @NotBlank @OneLine String vi, @NotBlank @OneLine String en) {}
