package dev.tandem.credit.export;

import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.FontFactory;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// One table over as many pages as it takes, written as its rows come. Closing it writes what ends
/// it and leaves the stream beneath it open. What is not Latin script is shown as question marks,
/// since the fonts that every reader has hold no other.
public final class PdfTable implements Closeable {
    private static final int ROWS_PER_FLUSH = 100;
    private static final Font TEXT = FontFactory.getFont(FontFactory.HELVETICA, 7);
    private static final Font HEAD = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 7);
    private static final Font TITLE = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 12);

    private final Document document;
    private final PdfPTable table;
    private int rows;

    /// @param widths of the columns, in proportion
    public PdfTable(OutputStream out, String title, List<String> columns, int[] widths) {
        this.document = new Document(PageSize.A4.rotate(), 24, 24, 24, 24);
        PdfWriter.getInstance(document, out).setCloseStream(false);
        document.addTitle(title);
        document.open();
        document.add(new Paragraph(title, TITLE));
        this.table = new PdfPTable(widths.length);
        table.setWidths(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        table.setComplete(false);
        columns.forEach(column -> table.addCell(cell(column, HEAD)));
        table.setHeaderRows(1);
    }

    /// @param texts one for each column
    public void row(List<String> texts) {
        texts.forEach(text -> table.addCell(cell(text, TEXT)));
        rows++;
        if (rows % ROWS_PER_FLUSH == 0) {
            document.add(table);
        }
    }

    private static PdfPCell cell(String text, Font font) {
        var cell = new PdfPCell(new Phrase(text, font));
        cell.setBorderColor(Color.LIGHT_GRAY);
        cell.setPadding(2);
        cell.setHorizontalAlignment(Element.ALIGN_LEFT);
        return cell;
    }

    @Override
    public void close() throws IOException {
        table.setComplete(true);
        document.add(table);
        document.close();
    }
}
