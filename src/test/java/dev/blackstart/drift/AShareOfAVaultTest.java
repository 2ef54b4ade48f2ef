package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.testing.Gnupg;
import dev.blackstart.testing.LocalBao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shares as a real OpenBao encrypts them to people's keys: whoever lost what opens theirs shows before the vault is sealed. */
class AShareOfAVaultTest extends ProofFixture {
    @Test
    void the_subkey_to_which_the_vault_encrypted_a_share_is_to_be_proved_and_not_only_the_newest() throws IOException {
        people.keySet().removeIf(name -> !name.equals("alice"));
        try (Gnupg own = gnupg.copy();
                LocalBao bao = LocalBao.make()) {
            Path share =
                    Files.createDirectories(directory.resolve("shares/alice")).resolve("share.gpg");
            Files.write(
                    share,
                    shares(bao, own.fingerprint("alice"), own.fingerprint("dave"))
                            .get(0));
            Files.writeString(share.resolveSibling(".gpg-id"), own.fingerprint("alice") + "\n");
            own.gpg("--quick-add-key", own.fingerprint("alice"), "cv25519", "encr", "never");
            own.export(directory.resolve("keys.gpg"), "alice", "dave");
            gnupg = own;
            stores = List.of(directory.resolve("shares"));
            String old = own.subkey("alice");
            ask();
            assertThat(files(GPG, ".challenge")).hasSize(2);

            Path newest = files(GPG, ".challenge").stream()
                    .filter(challenge -> !challenge.toString().contains(old))
                    .findFirst()
                    .orElseThrow();
            answer(newest.getFileName().toString());

            assertThat(states()).isEqualTo("alice proved, alice asked");
            assertThat(ask().findings()).anyMatch(finding -> finding.code() == DriftCode.PROVED_BY_TOO_FEW);

            answer(GPG + old);

            assertThat(states()).isEqualTo("alice proved, alice proved");
            assertThat(ask().findings()).isEmpty();
            assertThat(own.gpg("--decrypt", share.toString())).matches("[0-9a-f]{66}");
        }
    }

    /** Has the vault make new shares, each for one of these keys. */
    private List<byte[]> shares(LocalBao bao, String... keys) {
        String wanted = List.of(keys).stream()
                .map(key -> '"' + gnupg.run("sh", "-c", "gpg --export " + key + " | base64 -w0") + '"')
                .toList()
                .toString();
        String nonce = bao.root(
                        "POST",
                        "sys/rotate/root/init",
                        "{\"secret_shares\":2,\"secret_threshold\":2,\"pgp_keys\":" + wanted + "}")
                .at("/data/nonce")
                .asText();
        List<JsonNode> told = bao.shares().stream()
                .limit(2)
                .map(key -> bao.root(
                        "POST", "sys/rotate/root/update", "{\"key\":\"" + key + "\",\"nonce\":\"" + nonce + "\"}"))
                .toList();
        JsonNode made = told.get(1).at("/data/keys_base64");
        assertThat(made).as(told.toString()).hasSize(2);
        return List.of(
                Base64.getDecoder().decode(made.get(0).asText()),
                Base64.getDecoder().decode(made.get(1).asText()));
    }
}
