package dev.tandem.accounts.importing;

import dev.tandem.kit.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A request's body in a file that only this process can read, gone when closed.
///
/// @param hash of its bytes, unpacked
record Upload(Path file, String hash) implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    /// @throws dev.tandem.kit.web.ProblemException 413 when there are more bytes than allowed, unpacked; 415 when it is
    ///     packed otherwise than by gzip; 400 when it is not what it says
    static Upload of(HttpServletRequest request, int bytesMax) throws IOException {
        var file = Files.createTempFile("tandem-import-", "");
        try {
            return new Upload(file, copied(request, file, bytesMax));
        } catch (ZipException notGzip) {
            Files.deleteIfExists(file);
            throw Problem.invalid("file", "NOT_GZIP", "is not what Content-Encoding says");
        } catch (EOFException cutOff) {
            var line = lines(file);
            Files.deleteIfExists(file);
            throw Problem.invalid("line " + line, "CUT_OFF", "the packed file ends here: send it whole");
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private static String copied(HttpServletRequest request, Path file, int bytesMax) throws IOException {
        var digest = sha256();
        var buffer = new byte[BUFFER_BYTES];
        var left = bytesMax;
        try (var in = unpacked(request);
                var out = Files.newOutputStream(file)) {
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new Problem.TooLarge(bytesMax).exception();
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static InputStream unpacked(HttpServletRequest request) throws IOException {
        var encoding = request.getHeader("Content-Encoding");
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return request.getInputStream();
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw new Problem.UnsupportedMedia(List.of("gzip")).exception();
        }
        return new GZIPInputStream(request.getInputStream(), BUFFER_BYTES);
    }

    /// How many lines it has, the last one without its end included.
    private static long lines(Path file) throws IOException {
        var lines = 1L;
        try (var in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            for (var read = in.read(); read >= 0; read = in.read()) {
                lines += read == '\n' ? 1 : 0;
            }
        }
        return lines;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
