/// Tokens for the demo companies: a stand-in, on loopback only, for the OIDC provider of a real installation.
@NullMarked
package dev.tandem.standalone.token;

import org.jspecify.annotations.NullMarked;
