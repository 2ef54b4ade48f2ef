package dev.blackstart.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Inventory;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.secret.Secret;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaseSecretsTest {
    private final Inventory inventory = DefinitionReader.read(List.of(Path.of("src/test/resources/definitions/good")))
            .environments()
            .get(0)
            .inventory();
    private final Map<String, Secret> documented = new HashMap<>();

    BaseSecretsTest() {
        inventory.secrets().keySet().forEach(name -> documented.put(name, Secret.of(name, "the value of " + name)));
    }

    @Test
    void when_every_documented_secret_has_a_value_a_drill_may_begin() {
        assertThatCode(() -> new BaseSecrets(documented, List.of()).mustHoldAll(inventory))
                .doesNotThrowAnyException();
    }

    @Test
    void documented_secrets_without_a_value_are_told_where_the_first_of_them_is_documented() {
        documented.remove("offsite-login");
        documented.remove("mail-login");

        assertThatThrownBy(() -> new BaseSecrets(documented, List.of()).mustHoldAll(inventory))
                .isInstanceOfSatisfying(CommissionException.class, fault -> {
                    assertThat(fault.code()).isEqualTo(UntoldCode.SECRET_WITHOUT_VALUE);
                    assertThat(fault)
                            .hasMessage("commissioning gave 2 documented secrets no value: offsite-login, mail-login");
                    assertThat(fault.place().toString())
                            .isEqualTo("src/test/resources/definitions/good/environments/shop/secrets.yaml:15:3");
                });
    }
}
