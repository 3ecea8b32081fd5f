// SPDX-License-Identifier: GPL-3.0-or-later
#include "pinyin.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>

namespace yichuang {

std::u32string foldedText(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
    const icu::UnicodeString folded = U_SUCCESS(status) ? fold->normalize(text, status) : text;
    std::u32string points;
    points.reserve(static_cast<std::size_t>(folded.length()));
    for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1))
        points += static_cast<char32_t>(folded.char32At(i));
    return points;
}

void appendUtf8(std::string& out, char32_t point) {
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | (point >> 6));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0 | (point >> 12));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (point >> 18));
        out += static_cast<char>(0x80 | ((point >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    }
}

namespace {

/// Surname readings that ICU 72 to 76 do not know, or do not know beside another. They are added to its own, never put
/// in their place.
struct SurnameReading {
    char32_t surname;
    std::string_view syllable;
};
constexpr std::array furtherReadings = std::to_array<SurnameReading>({{U'朴', "piao"}, {U'缪', "miao"}, {U'覃', "qin"},
    {U'覃', "tan"}, {U'句', "gou"}, {U'祭', "zhai"}, {U'乜', "nie"}, {U'阚', "kan"}, {U'洗', "xian"}, {U'佴', "nai"},
    {U'郇', "xun"}, {U'么', "yao"}, {U'都', "du"}, {U'谌', "chen"}, {U'谌', "shen"}, {U'逢', "feng"}, {U'逢', "pang"},
    {U'逄', "pang"}, {U'藏', "zang"}, {U'藏', "cang"}, {U'薄', "bo"}, {U'薄', "bao"}, {U'黑', "he"}, {U'黑', "hei"},
    {U'隗', "wei"}, {U'隗', "kui"}, {U'牟', "mou"}, {U'牟', "mu"}, {U'费', "bi"}, {U'郗', "xi"}, {U'郗', "chi"},
    {U'莘', "shen"}, {U'莘', "xin"}, {U'柏', "bai"}, {U'柏', "bo"}, {U'镡', "tan"}, {U'镡', "chan"}, {U'镡', "xin"},
    {U'泷', "shuang"}, {U'粘', "nian"}, {U'炅', "gui"}, {U'相', "xiang"}, {U'强', "qiang"}, {U'强', "jiang"},
    {U'俞', "yu"}, {U'俞', "shu"}, {U'乐', "yue"}, {U'乐', "le"}, {U'那', "na"}, {U'员', "yun"}, {U'种', "chong"},
    {U'秘', "bi"}, {U'召', "shao"}, {U'折', "she"}, {U'繁', "po"}, {U'能', "nai"}, {U'适', "kuo"}, {U'省', "xing"},
    {U'盖', "ge"}, {U'盖', "gai"}, {U'葛', "ge"}, {U'宁', "ning"}, {U'曾', "zeng"}, {U'单', "shan"}, {U'解', "xie"},
    {U'查', "zha"}, {U'仇', "qiu"}, {U'区', "ou"}, {U'尉', "wei"}, {U'呙', "guo"}, {U'厍', "she"}, {U'钭', "tou"},
    {U'逯', "lu"}, {U'幺', "yao"}, {U'贲', "ben"}, {U'盛', "sheng"}, {U'令', "ling"}, {U'纪', "ji"}, {U'过', "guo"},
    {U'华', "hua"}, {U'任', "ren"}, {U'冼', "xian"}, {U'宓', "mi"}, {U'宓', "fu"}});

/// ü is typed as v, or as u: "lv" is kept, "lu" is made from it.
constexpr char umlaut = 'v';

/// One thread's transliterators and what they said before: asking ICU costs tens of microseconds a name, a look-up
/// none.
class Reader {
public:
    Reader() {
        UErrorCode status = U_ZERO_ERROR;
        m_plain.reset(icu::Transliterator::createInstance("Han-Latin; NFD", UTRANS_FORWARD, status));
        status = U_ZERO_ERROR;
        m_surname.reset(icu::Transliterator::createInstance("Han-Latin/Names; NFD", UTRANS_FORWARD, status));
    }

    const std::string& everyday(char32_t point) { return read(m_everyday, m_plain.get(), point); }
    const std::string& surname(char32_t point) { return read(m_surnames, m_surname.get(), point); }

    /// The two syllables of a surname of two characters (尉迟, 万俟), if it has readings of its own; else empty.
    const std::vector<std::string>& longSurname(char32_t first, char32_t second) {
        const std::uint64_t pair = (std::uint64_t {first} << 32) | second;
        const auto known = m_longSurnames.find(pair);
        if (known != m_longSurnames.end())
            return known->second;
        std::vector<std::string> syllables;
        if (m_surname) {
            icu::UnicodeString text(static_cast<UChar32>(first));
            text.append(static_cast<UChar32>(second));
            m_surname->transliterate(text);
            syllables = split(text);
        }
        if (syllables.size() != 2 || (syllables[0] == surname(first) && syllables[1] == surname(second)))
            syllables.clear();
        keepSmall(m_longSurnames);
        return m_longSurnames.emplace(pair, std::move(syllables)).first->second;
    }

private:
    using Known = std::unordered_map<char32_t, std::string>;

    template <typename Map> static void keepSmall(Map& map) {
        if (map.size() > 60'000)
            map.clear();
    }

    static const std::string& read(Known& known, icu::Transliterator* reader, char32_t point) {
        const auto found = known.find(point);
        if (found != known.end())
            return found->second;
        std::string syllable;
        if (reader != nullptr && u_hasBinaryProperty(static_cast<UChar32>(point), UCHAR_IDEOGRAPHIC)) {
            icu::UnicodeString text(static_cast<UChar32>(point));
            reader->transliterate(text);
            const auto syllables = split(text);
            if (syllables.size() == 1)
                syllable = syllables.front();
        }
        keepSmall(known);
        return known.emplace(point, std::move(syllable)).first->second;
    }

    /// Decomposed Latin with tones → plain syllables. A character that ICU could not read gives none.
    static std::vector<std::string> split(const icu::UnicodeString& text) {
        std::vector<std::string> syllables;
        bool inside = false;
        for (std::int32_t i = 0; i < text.length(); ++i) {
            const char16_t unit = text.charAt(i);
            if ((unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z')) {
                if (!inside)
                    syllables.emplace_back();
                inside = true;
                syllables.back() += static_cast<char>(unit | 0x20);
            } else if (unit == 0x0308 && inside && syllables.back().back() == 'u') {
                syllables.back().back() = umlaut;
            } else if (unit < 0x0300 || unit > 0x036F) {
                inside = false;
            }
        }
        return syllables;
    }

    std::unique_ptr<icu::Transliterator> m_plain;
    std::unique_ptr<icu::Transliterator> m_surname;
    Known m_everyday;
    Known m_surnames;
    std::unordered_map<std::uint64_t, std::vector<std::string>> m_longSurnames;
};

Reader& reader() {
    // ICU's transliterators hold state while they work: one set a thread.
    thread_local Reader mine;
    return mine;
}

void addOnce(std::vector<std::string>& list, std::string text) {
    if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end())
        list.push_back(std::move(text));
}

void addReading(Pinyin& pinyin, const std::vector<std::string>& syllables) {
    std::string initials;
    std::string joined;
    for (const std::string& syllable : syllables) {
        if (syllable.empty())
            continue;
        initials += syllable.front();
        joined += syllable;
    }
    addOnce(pinyin.initials, std::move(initials));
    std::string withU = joined;
    std::replace(withU.begin(), withU.end(), umlaut, 'u');
    addOnce(pinyin.syllables, std::move(joined));
    addOnce(pinyin.syllables, std::move(withU));
}

} // namespace

Pinyin pinyinOfFolded(std::u32string_view points, Readings readings) {
    // Letters and digits that stand in a name are typed as they are.
    std::vector<std::string> everyday;
    std::vector<std::string> surname;
    std::vector<std::string> both;
    Reader& read = reader();
    bool afterLetter = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const char32_t point = points[i];
        const bool letter = (point >= U'a' && point <= U'z') || (point >= U'0' && point <= U'9');
        if (letter) {
            for (auto* list : {&everyday, &surname, &both}) {
                if (!afterLetter || list->empty())
                    list->emplace_back();
                list->back() += static_cast<char>(point);
            }
        } else if (point > 0x7F) {
            everyday.push_back(read.everyday(point));
            surname.push_back(read.surname(point));
            both.push_back(i == 0 ? surname.back() : everyday.back());
        }
        afterLetter = letter;
    }
    Pinyin pinyin;
    if (readings == Readings::OfAName) {
        if (points.size() >= 2) {
            const auto& two = read.longSurname(points[0], points[1]);
            if (two.size() == 2 && both.size() >= 2) {
                auto asLongSurname = both;
                asLongSurname[0] = two[0];
                asLongSurname[1] = two[1];
                addReading(pinyin, asLongSurname);
            }
        }
        for (const SurnameReading& further : furtherReadings) {
            if (!points.empty() && points.front() == further.surname) {
                auto withIt = both;
                withIt.front() = further.syllable;
                addReading(pinyin, withIt);
            }
        }
        addReading(pinyin, both);
        addReading(pinyin, surname);
    }
    addReading(pinyin, everyday);
    return pinyin;
}

Pinyin pinyinOf(std::string_view name) {
    return pinyinOfFolded(searchableText(name), Readings::OfAName);
}

} // namespace yichuang
