// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/handbook_text.h>

#include <yichuang/ui/theme.h>

#include <QAbstractTextDocumentLayout>
#include <QFontDatabase>
#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextTable>
#include <QUrl>

#include <algorithm>
#include <functional>
#include <utility>

namespace yichuang::ui {
namespace {

constexpr int widestText = 960;
constexpr QChar narrowSpace {0x202F};

void forEachFragment(const QTextDocument& document, const std::function<void(const QTextFragment&)>& visit) {
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto each = block.begin(); !each.atEnd(); ++each) {
            if (each.fragment().isValid())
                visit(each.fragment());
        }
    }
}

bool isCommands(const QTextBlock& block) {
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence)
        || block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage);
}

} // namespace

HandbookText::HandbookText(QWidget* parent)
    : QTextBrowser(parent) {
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // One that came and went with the length of a chapter would change the room for its words.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
}

HandbookText::~HandbookText() {
    setDocument(nullptr); // ours goes before what shows it
}

int HandbookText::room() const {
    return std::min(viewport()->width() - 2 * currentTheme().px(24), currentTheme().px(widestText));
}

void HandbookText::setChapter(const HandbookChapter& chapter, const QString& folder) {
    m_chapter = chapter;
    m_folder = folder;
    m_marked.clear();
    setAccessibleName(chapter.title);
    layOut();
}

void HandbookText::layOut() {
    const Theme& theme = currentTheme();
    m_laidOutFor = room();
    setExtraSelections({});
    // A new document each time, shown when it is finished: what is half laid out may change the size of what shows it,
    // and that asks for the next.
    auto laidOut = std::make_unique<QTextDocument>();
    laidOut->setUndoRedoEnabled(false);
    laidOut->setDefaultFont(theme.font(TextStyle::Text));
    laidOut->setMarkdown(m_chapter.markdown);
    // Lines longer than this are hard to read, however wide the screen is.
    QTextFrameFormat root = laidOut->rootFrame()->frameFormat();
    root.setRightMargin(std::max(theme.px(24), viewport()->width() - m_laidOutFor - theme.px(24)));
    root.setLeftMargin(theme.px(24));
    root.setTopMargin(theme.px(8));
    root.setBottomMargin(theme.px(32));
    laidOut->rootFrame()->setFrameFormat(root);
    m_caps.clear();
    styleBlocks(*laidOut);
    styleTables(*laidOut);
    placePictures(*laidOut);
    styleWords(*laidOut);
    std::swap(m_document, laidOut);
    setDocument(m_document.get());
    if (!m_marked.isEmpty())
        mark(m_marked);
}

void HandbookText::layOutAgain() {
    if (room() == m_laidOutFor)
        return;
    const QString here = anchorInView();
    layOut();
    goTo(here);
}

void HandbookText::styleBlocks(QTextDocument& text) {
    const Theme& theme = currentTheme();
    m_headings.clear();
    std::size_t heading = 0;
    for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const bool inTable = cursor.currentTable() != nullptr;
        format.setLineHeight(inTable ? 125 : 150, QTextBlockFormat::ProportionalHeight);
        if (const int level = format.headingLevel(); level > 0) {
            if (heading < m_chapter.headings.size())
                m_headings.emplace_back(m_chapter.headings[heading++].anchor, block.position());
            format.setTopMargin(theme.px(level == 1 ? 8 : 26));
            format.setBottomMargin(theme.px(8));
            format.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
            cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            QTextCharFormat words;
            words.setFont(theme.font(level == 1 ? TextStyle::Title : TextStyle::Head));
            words.setForeground(theme.color(Token::Ink));
            cursor.setCharFormat(words);
        } else if (isCommands(block)) {
            format.setBackground(theme.color(Token::Sunk));
            format.setLeftMargin(theme.px(12));
            format.setTopMargin(isCommands(block.previous()) ? 0 : theme.px(4));
            format.setBottomMargin(isCommands(block.next()) ? 0 : theme.px(8));
            format.setNonBreakableLines(false);
            format.setLineHeight(0, QTextBlockFormat::SingleHeight);
            cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            QTextCharFormat words;
            QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
            font.setFamilies(
                {font.family(), QStringLiteral("Noto Sans Mono CJK SC"), QStringLiteral("Noto Sans CJK SC")});
            font.setPixelSize(theme.px(13));
            words.setFont(font);
            cursor.setCharFormat(words);
        } else {
            format.setTopMargin(inTable ? 0 : theme.px(block.textList() ? 2 : 6));
            format.setBottomMargin(inTable ? 0 : theme.px(block.textList() ? 2 : 6));
        }
        QTextCursor(block).setBlockFormat(format);
    }
}

void HandbookText::styleTables(QTextDocument& text) {
    const Theme& theme = currentTheme();
    for (QTextFrame* frame : text.rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(theme.color(Token::Line));
        format.setCellSpacing(0);
        format.setCellPadding(theme.px(6));
        format.setWidth(QTextLength(QTextLength::FixedLength, m_laidOutFor));
        format.setTopMargin(theme.px(6));
        format.setBottomMargin(theme.px(10));
        table->setFormat(format);
        for (int column = 0; column < table->columns(); ++column) {
            QTextTableCell cell = table->cellAt(0, column);
            QTextCharFormat head = cell.format();
            head.setBackground(theme.color(Token::Sunk));
            cell.setFormat(head);
            QTextCursor words = cell.firstCursorPosition();
            words.setPosition(cell.lastCursorPosition().position(), QTextCursor::KeepAnchor);
            QTextCharFormat strong;
            strong.setFont(theme.font(TextStyle::HintStrong));
            strong.setForeground(theme.color(Token::Muted));
            words.mergeCharFormat(strong);
        }
    }
}

void HandbookText::placePictures(QTextDocument& text) {
    const qreal ratio = devicePixelRatioF();
    std::vector<std::pair<int, QTextImageFormat>> pictures;
    forEachFragment(text, [&](const QTextFragment& fragment) {
        if (fragment.charFormat().isImageFormat())
            pictures.emplace_back(fragment.position(), fragment.charFormat().toImageFormat());
    });
    for (auto& [position, format] : pictures) {
        // From a palette Qt would scale into the same palette, and speckle what is plain.
        QImage picture = QImage(m_folder + QLatin1Char('/') + format.name()).convertToFormat(QImage::Format_RGB32);
        if (picture.isNull())
            continue;
        // Scaled here and once: the document would draw it again at each paint, and coarsely.
        const int width = std::min(picture.width(), m_laidOutFor - 2);
        picture = picture.scaledToWidth(qRound(width * ratio), Qt::SmoothTransformation);
        QPainter frame(&picture);
        frame.setPen(currentTheme().color(Token::Outline));
        frame.drawRect(picture.rect().adjusted(0, 0, -1, -1));
        frame.end();
        picture.setDevicePixelRatio(ratio);
        text.addResource(QTextDocument::ImageResource, QUrl(format.name()), picture);
        format.setWidth(width);
        format.setHeight(static_cast<qreal>(picture.height()) / ratio);
        QTextCursor cursor(&text);
        cursor.setPosition(position);
        cursor.setPosition(position + 1, QTextCursor::KeepAnchor);
        cursor.setCharFormat(format);
        QTextBlockFormat block = cursor.blockFormat();
        block.setLineHeight(0, QTextBlockFormat::SingleHeight);
        cursor.setBlockFormat(block);
    }
}

void HandbookText::styleWords(QTextDocument& text) {
    const Theme& theme = currentTheme();
    struct Piece {
        int from;
        int length;
        enum { Key, Typed, Link } what;
    };
    std::vector<Piece> pieces;
    forEachFragment(text, [&](const QTextFragment& fragment) {
        const QTextCharFormat format = fragment.charFormat();
        if (format.isImageFormat() || isCommands(text.findBlock(fragment.position())))
            return;
        if (format.isAnchor())
            pieces.push_back({fragment.position(), fragment.length(), Piece::Link});
        else if (format.fontFixedPitch())
            pieces.push_back({fragment.position(), fragment.length(), Piece::Key});
        else if (format.fontItalic())
            pieces.push_back({fragment.position(), fragment.length(), Piece::Typed});
    });
    m_caps.clear();
    // From the end: what is put around a key moves only what stands behind it.
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
        QTextCursor cursor(&text);
        cursor.setPosition(piece->from);
        cursor.setPosition(piece->from + piece->length, QTextCursor::KeepAnchor);
        QTextCharFormat format = cursor.charFormat();
        switch (piece->what) {
        case Piece::Link:
            format.setForeground(theme.color(Token::Accent));
            format.setFontUnderline(true);
            cursor.setCharFormat(format);
            break;
        case Piece::Typed:
            format.setFontItalic(false);
            format.setForeground(theme.color(Token::Accent));
            format.setBackground(theme.color(Token::AccentGround));
            cursor.setCharFormat(format);
            break;
        case Piece::Key: {
            QTextCharFormat key;
            key.setFont(theme.font(TextStyle::Key));
            key.setForeground(theme.color(Token::Ink));
            const QString words = narrowSpace + cursor.selectedText() + narrowSpace;
            cursor.insertText(words, key);
            for (Cap& later : m_caps) {
                later.from += 2;
                later.to += 2;
            }
            for (auto& [anchor, position] : m_headings) {
                if (position > piece->from)
                    position += 2;
            }
            m_caps.push_back({piece->from, piece->from + piece->length + 2});
            break;
        }
        }
    }
}

void HandbookText::goTo(const QString& anchor) {
    const auto found = std::find_if(
        m_headings.begin(), m_headings.end(), [&anchor](const auto& heading) { return heading.first == anchor; });
    const bool beginning = anchor.isEmpty() || found == m_headings.end();
    const QTextBlock block = beginning ? document()->begin() : document()->findBlock(found->second);
    setTextCursor(QTextCursor(block));
    const QRectF place = document()->documentLayout()->blockBoundingRect(block);
    verticalScrollBar()->setValue(beginning ? 0 : qRound(place.top()));
}

QString HandbookText::anchorInView() const {
    const int middle = verticalScrollBar()->value() + viewport()->height() / 2;
    QString anchor;
    for (const auto& [name, position] : m_headings) {
        const QTextBlock block = document()->findBlock(position);
        if (document()->documentLayout()->blockBoundingRect(block).top() <= middle)
            anchor = name;
    }
    return anchor;
}

void HandbookText::mark(const QStringList& words) {
    m_marked = words;
    QList<QTextEdit::ExtraSelection> marks;
    for (const QString& word : words) {
        for (QTextCursor found = document()->find(word); !found.isNull(); found = document()->find(word, found)) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = found;
            mark.format.setBackground(currentTheme().color(Token::AmberGround));
            mark.format.setForeground(currentTheme().color(Token::Ink));
            marks.push_back(mark);
        }
    }
    setExtraSelections(marks);
}

bool HandbookText::focusFirstLink() {
    setTextCursor(cursorForPosition(QPoint(0, 0)));
    setFocus(Qt::TabFocusReason);
    return QTextBrowser::focusNextPrevChild(true) && textCursor().hasSelection();
}

QString HandbookText::chosenLink() const {
    const QTextCursor chosen = textCursor();
    if (!chosen.hasSelection())
        return {};
    QTextCursor inside = chosen;
    inside.setPosition(chosen.selectionStart() + 1);
    return inside.charFormat().anchorHref();
}

void HandbookText::scrollBy(int key) {
    QScrollBar* bar = verticalScrollBar();
    switch (key) {
    case Qt::Key_Up:
        bar->setValue(bar->value() - 3 * bar->singleStep());
        break;
    case Qt::Key_Down:
        bar->setValue(bar->value() + 3 * bar->singleStep());
        break;
    case Qt::Key_PageUp:
        bar->setValue(bar->value() - bar->pageStep());
        break;
    case Qt::Key_PageDown:
        bar->setValue(bar->value() + bar->pageStep());
        break;
    case Qt::Key_Home:
        bar->setValue(bar->minimum());
        break;
    case Qt::Key_End:
        bar->setValue(bar->maximum());
        break;
    default:
        break;
    }
}

void HandbookText::paintEvent(QPaintEvent* event) {
    {
        // Below the words: what makes a key look like one.
        const Theme& theme = currentTheme();
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color(Token::Outline), 1));
        painter.setBrush(theme.color(Token::Sunk));
        for (const Cap& cap : m_caps) {
            QTextCursor from(document());
            from.setPosition(cap.from);
            QTextCursor to(document());
            to.setPosition(cap.to);
            const QRect left = cursorRect(from);
            const QRect right = cursorRect(to);
            if (left.bottom() < 0 || left.top() > viewport()->height() || left.top() != right.top())
                continue;
            const int height = theme.px(20);
            const QRectF box(
                left.left() + 0.5, left.center().y() - height / 2.0 + 0.5, right.left() - left.left(), height);
            painter.drawRoundedRect(box, theme.px(3), theme.px(3));
        }
    }
    QTextBrowser::paintEvent(event);
}

void HandbookText::resizeEvent(QResizeEvent* event) {
    QTextBrowser::resizeEvent(event);
    // Not now: it may be the document itself that asks for another size, in the middle of its own layout.
    if (!m_chapter.id.isEmpty() && room() != m_laidOutFor)
        QMetaObject::invokeMethod(this, &HandbookText::layOutAgain, Qt::QueuedConnection);
}

} // namespace yichuang::ui
