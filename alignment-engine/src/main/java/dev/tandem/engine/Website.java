package dev.tandem.engine;

import com.google.common.net.InternetDomainName;
import java.net.IDN;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads a website, host or e-mail domain into host, registrable domain (by the public-suffix list) and
/// label. Holds what was read last; one instance a thread.
final class Website {
    String host = "";
    String domain = "";
    String label = "";

    private static final Set<String> SHARED = shared();
    private final Map<String, Boolean> suffixes = new HashMap<>();

    void read(String website) {
        host = "";
        domain = "";
        label = "";
        var found = host(website);
        if (!found.isEmpty()) {
            registrable(found);
            if (SHARED.contains(found) || SHARED.contains(domain)) {
                host = "";
                domain = "";
                label = "";
            }
        }
    }

    /// Whether the host last read is its registrable domain itself.
    boolean isDomain() {
        return host.length() == domain.length();
    }

    private static String host(String website) {
        var from = website.indexOf("://");
        from = from < 0 ? website.lastIndexOf('@') + 1 : from + 3;
        var to = from;
        while (to < website.length() && !ends(website.charAt(to))) {
            to++;
        }
        from += website.regionMatches(true, from, "www.", 0, 4) ? 4 : 0;
        to -= to > from && website.charAt(to - 1) == '.' ? 1 : 0;
        var host = website.substring(from, to).toLowerCase(Locale.ROOT);
        return host.indexOf('.') > 0 ? ascii(host) : "";
    }

    private static boolean ends(char c) {
        return switch (c) {
            case '/', '?', '#', ':', ' ', ',', ';' -> true;
            default -> false;
        };
    }

    private static String ascii(String host) {
        if (Letters.isAscii(host)) {
            return host;
        }
        try {
            return IDN.toASCII(host).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAHost) {
            // As good as no website: it is evidence of nothing.
            return "";
        }
    }

    private void registrable(String found) {
        host = found;
        var last = found.lastIndexOf('.');
        var second = found.lastIndexOf('.', last - 1);
        var third = second < 0 ? -1 : found.lastIndexOf('.', second - 1);
        var from = second < 0 ? 0 : isSuffix(found.substring(second + 1)) ? third + 1 : second + 1;
        domain = found.substring(from);
        label = domain.substring(0, domain.indexOf('.'));
    }

    private boolean isSuffix(String lastTwo) {
        return suffixes.computeIfAbsent(
                lastTwo,
                labels -> InternetDomainName.isValid(labels)
                        && InternetDomainName.from(labels).isPublicSuffix());
    }

    private static Set<String> shared() {
        var hosts = new HashSet<String>();
        WordLists.lines("shared-hosts.txt").forEach(hosts::addAll);
        return hosts;
    }
}
