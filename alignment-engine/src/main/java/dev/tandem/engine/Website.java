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

    private static String host(String website) {
        var from = website.indexOf("://");
        from = from < 0 ? website.lastIndexOf('@') + 1 : from + 3;
        var to = from;
        while (to < website.length() && "/?#: ,;".indexOf(website.charAt(to)) < 0) {
            to++;
        }
        var host = website.substring(from, to).toLowerCase(Locale.ROOT);
        host = host.startsWith("www.") ? host.substring(4) : host;
        host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return host.indexOf('.') > 0 ? ascii(host) : "";
    }

    private static String ascii(String host) {
        if (host.chars().allMatch(c -> c < 0x80)) {
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
