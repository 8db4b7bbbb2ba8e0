package dev.tandem.accounts.matching;

import com.google.common.net.InternetDomainName;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The part of a website's host that somebody registered, by the public-suffix list, in its ASCII form, so that a
/// look-alike letter makes another domain. Empty for hosts that many share: they say nothing about who.
final class Domain {
    private static final Pattern HOST = Pattern.compile("^(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:[^/@?#]*@)?([^/:?#]+)");
    private static final Set<String> SHARED = Set.of(
            "gmail.com",
            "googlemail.com",
            "google.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "msn.com",
            "yahoo.com",
            "yahoo.co.uk",
            "yahoo.de",
            "yahoo.fr",
            "yahoo.co.jp",
            "aol.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "mail.com",
            "mail.ru",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "gmx.at",
            "web.de",
            "t-online.de",
            "freenet.de",
            "orange.fr",
            "free.fr",
            "laposte.net",
            "wanadoo.fr",
            "libero.it",
            "virgilio.it",
            "proton.me",
            "protonmail.com",
            "yandex.ru",
            "yandex.com",
            "qq.com",
            "163.com",
            "126.com",
            "zoho.com",
            "comcast.net",
            "btinternet.com",
            "bluewin.ch",
            "ziggo.nl",
            "facebook.com",
            "instagram.com",
            "linkedin.com",
            "twitter.com",
            "x.com",
            "youtube.com",
            "tiktok.com",
            "amazon.com",
            "amazon.de",
            "amazon.co.uk",
            "ebay.com",
            "ebay.de",
            "etsy.com",
            "alibaba.com",
            "aliexpress.com",
            "tripadvisor.com",
            "booking.com",
            "yelp.com",
            "wikipedia.org",
            "github.com",
            "medium.com",
            "wix.com",
            "wixsite.com",
            "wordpress.com",
            "squarespace.com",
            "weebly.com",
            "jimdo.com",
            "jimdosite.com",
            "shopify.com",
            "myshopify.com",
            "godaddysites.com",
            "strikingly.com",
            "webnode.com",
            "webflow.io",
            "notion.site",
            "business.site",
            "linktr.ee",
            "example.com",
            "example.org",
            "example.net");

    private Domain() {}

    static Optional<String> of(String website) {
        return host(website.strip().toLowerCase(Locale.ROOT))
                .flatMap(Domain::registered)
                .filter(Domain::ofOne);
    }

    /// `acme` of `acme.co.uk`: what an organisation keeps across countries.
    static String label(String domain) {
        return domain.substring(0, domain.indexOf('.'));
    }

    private static Optional<String> host(String website) {
        var host = HOST.matcher(website);
        if (!host.find()) {
            return Optional.empty();
        }
        var name = host.group(1);
        return Optional.of(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
    }

    private static Optional<String> registered(String host) {
        try {
            var name = InternetDomainName.from(IDN.toASCII(host));
            return name.isUnderPublicSuffix()
                    ? Optional.of(name.topPrivateDomain().toString())
                    : Optional.empty();
        } catch (IllegalArgumentException noHost) {
            return Optional.empty();
        }
    }

    private static boolean ofOne(String domain) {
        return !SHARED.contains(domain);
    }
}
