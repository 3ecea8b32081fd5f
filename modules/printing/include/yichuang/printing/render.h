// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QSizeF>
#include <QString>

#include <yichuang/domain/result.h>
#include <yichuang/printing/paper.h>

#include <memory>
#include <vector>

class QPainter;

namespace yichuang {

/// A paper laid out on its pages, to be painted on anything. Move-only; one thread at a time, any thread, while the
/// application object lives.
class LaidOutPaper {
public:
    LaidOutPaper(LaidOutPaper&&) noexcept;
    LaidOutPaper& operator=(LaidOutPaper&&) noexcept;
    ~LaidOutPaper();

    [[nodiscard]] int pageCount() const;
    /// A4: 210 × 297. Roll: 80 × as long as the content, one page.
    [[nodiscard]] QSizeF pageSizeMillimetres() const;
    /// Paints a page (from 0) with its top left corner at the painter's origin, `unitsPerPoint` painter units to a
    /// point of 1/72 inch. White is not filled.
    void paintPage(QPainter& painter, int page, double unitsPerPoint) const;
    [[nodiscard]] QImage image(int page, int dotsPerInch) const;
    /// Everything printed, template text included, in reading order; what the hash is taken of.
    [[nodiscard]] QString text() const;

private:
    friend Result<LaidOutPaper> layOutPaper(const PaperContent& content);
    friend LaidOutPaper layOutRuler(PaperSize size);
    struct Pages;
    explicit LaidOutPaper(std::unique_ptr<Pages> pages);
    std::unique_ptr<Pages> m_pages;
};

/// Fills the template and breaks it into pages. Errors: "paper.incomplete" {field}, "paper.case_number",
/// "paper.template" {kind}, "paper.undrawable" {characters} (a character that no font draws is never printed as a box).
[[nodiscard]] Result<LaidOutPaper> layOutPaper(const PaperContent& content);

/// Two rulers of 50 mm and the corner of the margins, to set a printer's offset by.
[[nodiscard]] LaidOutPaper layOutRuler(PaperSize size);

/// The paper as a PDF, made in memory only. Its text reads back (copy, search, pdftotext) code point for code point as
/// printed, beyond the BMP too. `content.copy` says which copy. Errors: of `layOutPaper`, "paper.pdf".
[[nodiscard]] Result<QByteArray> renderPdf(const PaperContent& content);
/// Several papers, or copies of one, in one file. Pages may differ in size.
[[nodiscard]] Result<QByteArray> renderPdf(const std::vector<PaperContent>& contents);

/// One image a page, for the viewer on screen.
[[nodiscard]] Result<std::vector<QImage>> renderImages(const PaperContent& content, int dotsPerInch);

/// Version of the template that this release fills for the kind; stands in `printed` entries.
[[nodiscard]] int templateVersion(PaperKind kind);

/// SHA-256, lower-case hex, of the filled template. Same on every machine, for every copy and every reprint: copy
/// number, 补打 and the centre's mark are left out, so that a reprint proves to be the same paper. Errors as
/// `layOutPaper`.
[[nodiscard]] Result<std::string> contentHash(const PaperContent& content);

/// Code points of `text` that no installed font draws, each once, in order; for intake, to be told before a paper is
/// printed. Blanks and line ends are drawable. Any thread.
[[nodiscard]] std::vector<char32_t> undrawableCharacters(const QString& text);

/// The QR code of `digits` (error correction M), one pixel a module, quiet zone of four modules included; null when
/// empty.
[[nodiscard]] QImage qrCode(const std::string& digits);

} // namespace yichuang
