// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/handbook.h>

#include <yichuang/ui/translation.h>

#include <QFile>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

// Outside the namespace: the macro declares a function of the global one. A static library's resources are not found
// unless somebody asks for them.
static void embedHandbook() {
    Q_INIT_RESOURCE(handbook);
}

namespace yichuang::ui {
namespace {

constexpr qsizetype mostHits = 50;
constexpr qsizetype wordsAround = 24;

QString read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString {};
}

QString folded(const QString& text) {
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

/// Takes the lines that name anchors out of the text and gives each to the heading that follows.
void readChapter(HandbookChapter& chapter, const QString& text) {
    static const QRegularExpression anchorLine(QStringLiteral("^<a id=\"([a-z-]+)\"></a>$"));
    QString anchor;
    bool fenced = false;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        if (const auto match = anchorLine.match(line); match.hasMatch()) {
            anchor = match.captured(1);
            continue;
        }
        if (line.startsWith(QLatin1String("```")))
            fenced = !fenced;
        if (!fenced && line.startsWith(QLatin1Char('#'))) {
            const QString title = line.mid(line.indexOf(QLatin1Char(' ')) + 1).trimmed();
            chapter.headings.push_back({std::exchange(anchor, {}), title});
        }
        chapter.markdown += line + QLatin1Char('\n');
    }
    if (!chapter.headings.empty())
        chapter.title = chapter.headings.front().title;
}

} // namespace

HandbookPlace handbookPlaceOf(Screen screen) {
    const auto place = [](const char* chapter, const char* anchor = "") {
        return HandbookPlace {QLatin1String(chapter), QLatin1String(anchor)};
    };
    switch (screen) {
    case Screen::SignIn:
        return place("first-day", "sign-in");
    case Screen::Today:
        return place("first-day", "window");
    case Screen::FindItem:
        return place("find-item");
    case Screen::Intake:
        return place("intake");
    case Screen::ToDo:
        return place("to-do");
    case Screen::HandOver:
        return place("hand-over");
    case Screen::Done:
    case Screen::Month:
        return place("to-do", "done");
    case Screen::Case:
        return place("to-do", "case");
    case Screen::Desk:
        return place("desk");
    case Screen::Papers:
        return place("papers");
    case Screen::Sync:
        return place("sync");
    case Screen::Settings:
        return place("settings");
    }
    return place("first-day");
}

Handbook::Handbook(QString folder)
    : m_folder(std::move(folder)) {
    readContents();
}

QString Handbook::folderOfThisLanguage() {
    embedHandbook();
    return QStringLiteral(":/yichuang/handbook/") + inLanguage(QStringLiteral("zh_CN"), QStringLiteral("en"));
}

void Handbook::readContents() {
    static const QRegularExpression link(QStringLiteral("^- \\[[^]]+\\]\\(([a-z-]+)\\.md\\)$"));
    QString group;
    for (const QString& line : read(m_folder + QStringLiteral("/contents.md")).split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("# ")))
            m_title = line.mid(2).trimmed();
        else if (line.startsWith(QLatin1String("## ")))
            group = line.mid(3).trimmed();
        const auto match = link.match(line);
        if (!match.hasMatch())
            continue;
        HandbookChapter chapter;
        chapter.id = match.captured(1);
        chapter.group = group;
        readChapter(chapter, read(QStringLiteral("%1/%2.md").arg(m_folder, chapter.id)));
        m_chapters.push_back(std::move(chapter));
    }
}

const HandbookChapter* Handbook::chapter(const QString& id) const {
    const auto found = std::find_if(
        m_chapters.begin(), m_chapters.end(), [&id](const HandbookChapter& chapter) { return chapter.id == id; });
    return found == m_chapters.end() ? nullptr : &*found;
}

const std::vector<Handbook::Section>& Handbook::sections() const {
    if (!m_sections.empty())
        return m_sections;
    for (const HandbookChapter& chapter : m_chapters) {
        QTextDocument document;
        document.setMarkdown(chapter.markdown);
        std::size_t heading = 0;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            if (block.blockFormat().headingLevel() > 0 && heading < chapter.headings.size()) {
                const HandbookHeading& named = chapter.headings[heading++];
                m_sections.push_back({{chapter.id, named.anchor}, named.title, chapter.title, {}});
            } else if (!m_sections.empty() && !block.text().isEmpty()) {
                QString& text = m_sections.back().text;
                text += (text.isEmpty() ? QString {} : QStringLiteral(" ")) + block.text();
            }
        }
    }
    return m_sections;
}

std::vector<HandbookHit> Handbook::find(const QString& typed) const {
    const QStringList words = folded(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<HandbookHit> inHeading;
    std::vector<HandbookHit> inText;
    if (words.isEmpty())
        return {};
    for (const Section& section : sections()) {
        const QString heading = folded(section.heading);
        const QString text = folded(section.text);
        if (!std::all_of(words.begin(), words.end(),
                [&](const QString& word) { return heading.contains(word) || text.contains(word); }))
            continue;
        const bool named = std::any_of(
            words.begin(), words.end(), [&heading](const QString& word) { return heading.contains(word); });
        qsizetype at = -1;
        for (const QString& word : words) {
            if (at < 0)
                at = text.indexOf(word);
        }
        // Where folding changed the length, the words around it are those of the folded text.
        const QString& shown = text.size() == section.text.size() ? section.text : text;
        const qsizetype from = std::max<qsizetype>(0, at - wordsAround / 2);
        QString around = shown.mid(from, 3 * wordsAround).simplified().remove(QChar::ObjectReplacementCharacter);
        if (from > 0)
            around.prepend(QChar(0x2026));
        (named ? inHeading : inText).push_back({section.place, section.heading, section.chapter, around});
    }
    inHeading.insert(inHeading.end(), inText.begin(), inText.end());
    if (inHeading.size() > static_cast<std::size_t>(mostHits))
        inHeading.resize(static_cast<std::size_t>(mostHits));
    return inHeading;
}

} // namespace yichuang::ui
