/** Access as it really is: what stores, public keys, sops files, age files and authorized_keys say, without a private key. */
@NullMarked
package dev.blackstart.artefact;

import org.jspecify.annotations.NullMarked;
