// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/handbook.h>

#include <QTextBrowser>

#include <memory>
#include <vector>

namespace yichuang::ui {

/// One chapter, in the theme's type and colours: keys as key caps, pictures as wide as there is room.
class HandbookText : public QTextBrowser {
    Q_OBJECT
public:
    explicit HandbookText(QWidget* parent = nullptr);
    ~HandbookText() override;

    /// `folder` is where the chapter's pictures are found from.
    void setChapter(const HandbookChapter& chapter, const QString& folder);
    /// The heading of that name at the top; the beginning if there is none.
    void goTo(const QString& anchor);
    /// The name of the last heading above the middle of what is seen.
    [[nodiscard]] QString anchorInView() const;
    /// Marks every place where one of the words stands.
    void mark(const QStringList& words);
    /// Puts the focus on the first link that can be seen; false if there is none.
    bool focusFirstLink();
    /// Where the link leads that Tab has chosen; empty if none is.
    [[nodiscard]] QString chosenLink() const;
    void scrollBy(int key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Cap {
        int from;
        int to;
    };
    void layOut();
    void layOutAgain();
    void styleBlocks(QTextDocument& text);
    void styleWords(QTextDocument& text);
    void styleTables(QTextDocument& text);
    void placePictures(QTextDocument& text);
    [[nodiscard]] int room() const;

    std::unique_ptr<QTextDocument> m_document; ///< what is shown
    HandbookChapter m_chapter;
    QString m_folder;
    QStringList m_marked;
    std::vector<Cap> m_caps;
    std::vector<std::pair<QString, int>> m_headings; ///< anchor and position in the document
    int m_laidOutFor = 0;
};

} // namespace yichuang::ui
