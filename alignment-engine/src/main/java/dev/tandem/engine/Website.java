package dev.tandem.engine;

import com.google.common.net.InternetDomainName;
import java.net.IDN;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Reads a website, host or e-mail domain into host, registrable domain (by the public-suffix list) and
/// label. Holds what was read last; one instance a thread.
final class Website {
    /// Hashes, 0 for none.
    long host;

    long domain;
    String label = "";

    private static final Set<Long> SHARED = shared();
    private static final String SCHEME = "://";
    private static final String USUAL_HOST = "www.";
    private final Remembered<Boolean> suffixes = new Remembered<>();
    /// The host in small letters, from 0.
    private char[] letters = new char[256];

    private int length;

    void read(char[] text, int from, int to) {
        host = 0;
        domain = 0;
        label = "";
        host(text, from, to);
        if (length > 0) {
            registrable();
        }
    }

    private void host(char[] text, int start, int end) {
        var scheme = indexOf(SCHEME, text, start, end);
        var from = scheme < 0 ? lastIndexOf('@', text, start, end) + 1 : scheme + SCHEME.length();
        var to = from;
        while (to < end && !ends(text[to])) {
            to++;
        }
        from += isAt(USUAL_HOST, text, from, end) ? USUAL_HOST.length() : 0;
        to -= to > from && text[to - 1] == '.' ? 1 : 0;
        host(text, from, Math.max(from, to), indexOf(".", text, from, to) > from);
    }

    private void host(char[] text, int from, int to, boolean isHost) {
        length = isHost ? to - from : 0;
        if (length > letters.length) {
            letters = new char[2 * length];
        }
        var all = 0;
        for (var n = 0; n < length; n++) {
            all |= text[from + n];
            letters[n] = small(text[from + n]);
        }
        if (all >= 0x80) {
            ascii(new String(text, from, length).toLowerCase(Locale.ROOT));
        }
    }

    private static int indexOf(String sought, char[] text, int from, int to) {
        for (var i = from; i + sought.length() <= to; i++) {
            if (isAt(sought, text, i, to)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isAt(String sought, char[] text, int at, int to) {
        for (var n = 0; n < sought.length(); n++) {
            if (at + n >= to || small(text[at + n]) != sought.charAt(n)) {
                return false;
            }
        }
        return true;
    }

    private static int lastIndexOf(char sought, char[] text, int from, int to) {
        var at = to - 1;
        while (at >= from && text[at] != sought) {
            at--;
        }
        return Math.max(at, from - 1);
    }

    private static char small(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    private static boolean ends(char c) {
        return switch (c) {
            case '/', '?', '#', ':', ' ', ',', ';' -> true;
            default -> false;
        };
    }

    private void ascii(String name) {
        try {
            var ascii = Letters.isAscii(name) ? name : IDN.toASCII(name).toLowerCase(Locale.ROOT);
            letters = Arrays.copyOf(ascii.toCharArray(), Math.max(letters.length, ascii.length()));
            length = ascii.length();
        } catch (IllegalArgumentException notAHost) {
            // As good as no website: it is evidence of nothing.
            length = 0;
        }
    }

    private void registrable() {
        var second = lastIndexOf('.', letters, 0, lastIndexOf('.', letters, 0, length));
        var third = second < 0 ? -1 : lastIndexOf('.', letters, 0, second);
        var from = second < 0 ? 0 : isSuffix(second + 1) ? third + 1 : second + 1;
        var found = Hash.of(letters, 0, length);
        var registrable = from == 0 ? found : Hash.of(letters, from, length);
        if (!SHARED.contains(found) && !SHARED.contains(registrable)) {
            host = found;
            domain = registrable;
            label = new String(letters, from, indexOf(".", letters, from, length) - from);
        }
    }

    private boolean isSuffix(int from) {
        var hash = Hash.of(letters, from, length);
        var known = suffixes.get(hash);
        return known != null ? known : suffixes.put(hash, isSuffix(new String(letters, from, length - from)));
    }

    private static boolean isSuffix(String lastTwo) {
        return InternetDomainName.isValid(lastTwo)
                && InternetDomainName.from(lastTwo).isPublicSuffix();
    }

    private static Set<Long> shared() {
        var hosts = new HashSet<Long>();
        WordLists.lines("shared-hosts.txt").forEach(line -> line.forEach(host -> hosts.add(Hash.of(host))));
        return hosts;
    }
}
