package dev.blackstart.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests with the programs that users have: gpg, pass, age, ssh-keygen. They need no container, and take longer than what is
 * run after each change; {@code mvn verify} runs them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag(RealTools.TAG)
@ExtendWith(RealArtefacts.class)
public @interface RealTools {
    /** Of all tests that need no container and are not run by {@code mvn test}. */
    String TAG = "tools";
}
