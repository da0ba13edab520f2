package vn.hoingo.delegations.text;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A name as the passport has it: one line of Latin letters in the order of the passport, never split into parts. */
@Documented
@Constraint(validatedBy = {})
@OneLine
@Pattern(regexp = "[\\p{IsLatin}\\p{Mn}\\p{Cc} .,'’`\\-/()]*", message = "{text.latin-letters}")
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface LatinName {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
