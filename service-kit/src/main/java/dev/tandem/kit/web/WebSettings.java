package dev.tandem.kit.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a service's operator sets about HTTP, all under `tandem.`.
///
/// @param issuerUrl whose tokens are believed; its `/.well-known/openid-configuration` names the keys
/// @param issuerTimeoutMs how long one request may wait for the issuer
/// @param cursorKey signs the cursors of lists, 32 characters at least, the same on each instance of a service
/// @param markKey keys what tells a repeated request from another one, 32 characters at least
/// @param bodyMaxBytes the largest JSON body
/// @param pageLimitDefault items on a page when the caller names no `limit`
/// @param pageLimitMax the largest `limit`
@ConfigurationProperties("tandem")
record WebSettings(
        @Nullable URI issuerUrl,
        @DefaultValue("2000") int issuerTimeoutMs,
        @Nullable String cursorKey,
        @Nullable String markKey,
        @DefaultValue("1048576") int bodyMaxBytes,
        @DefaultValue("50") int pageLimitDefault,
        @DefaultValue("200") int pageLimitMax) {

    URI requiredIssuer() {
        if (issuerUrl == null) {
            throw new IllegalStateException("tandem.issuer-url must name the issuer of the tokens");
        }
        return issuerUrl;
    }

    /// The keys stay out of logs.
    @Override
    public String toString() {
        return "WebSettings[issuerUrl=" + issuerUrl + "]";
    }
}
