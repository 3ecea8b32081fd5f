// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/action_registry.h>

#include <QString>

#include <vector>

namespace yichuang::ui {

/// A chapter by its file's name without ".md", and a heading inside it; an empty anchor is the chapter's beginning.
struct HandbookPlace {
    QString chapter;
    QString anchor;
};
/// Which place of the handbook tells of a screen.
[[nodiscard]] HandbookPlace handbookPlaceOf(Screen screen);

struct HandbookHeading {
    QString anchor;
    QString title;
};
struct HandbookChapter {
    QString id;
    QString title;
    QString group; ///< for whom: a heading of the contents
    QString markdown; ///< without the lines that name the anchors
    std::vector<HandbookHeading> headings; ///< in the order of the text; the first is the chapter's own
};
struct HandbookHit {
    HandbookPlace place;
    QString heading;
    QString chapter;
    QString words; ///< what stands around the first word that was looked for
};

/// The handbook in one language: Markdown files, in the order of contents.md. GUI thread.
///
/// A file is plain Markdown with four agreements: a line `<a id="…"></a>` before a heading gives it a name, inline code
/// is a key, bold before it is the name of what the key does, and slanted words are typed.
class Handbook {
public:
    /// `folder` holds contents.md, the chapters and `pictures`.
    explicit Handbook(QString folder);
    /// The one that is part of the program, in the language that was installed.
    [[nodiscard]] static QString folderOfThisLanguage();

    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] const QString& title() const { return m_title; }
    [[nodiscard]] const std::vector<HandbookChapter>& chapters() const { return m_chapters; }
    [[nodiscard]] const HandbookChapter* chapter(const QString& id) const;
    /// Sections in which every word stands, those with a word in their heading first; at most 50.
    [[nodiscard]] std::vector<HandbookHit> find(const QString& typed) const;

private:
    struct Section {
        HandbookPlace place;
        QString heading;
        QString chapter;
        QString text;
    };
    void readContents();
    [[nodiscard]] const std::vector<Section>& sections() const;

    QString m_folder;
    QString m_title;
    std::vector<HandbookChapter> m_chapters;
    mutable std::vector<Section> m_sections; ///< made when something is looked for the first time
};

} // namespace yichuang::ui
