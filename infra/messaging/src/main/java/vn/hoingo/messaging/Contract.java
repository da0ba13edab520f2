package vn.hoingo.messaging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the promised shape, such as {@code delegations.delegation-approved.v1}, that a record of ours has: all of it where
 * we announce it, the part that we need where we hear it. The shape itself is a file of {@code infra/contracts}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Contract {

    String value();
}
