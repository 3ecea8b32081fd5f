// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/vault/tokens.h>

#include "pinyin.h"

#include <yichuang/domain/identifiers.h>

#include <sodium.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace yichuang {

namespace {

/// What a token stands for; hashed with its text, so that an ending is never taken for a name.
enum class Kind : char {
    NameCharacter = 'c',
    NamePair = 'p',
    Initials = 'i',
    Syllables = 's',
    Number = 'n',
    NumberEnding = 'e',
    PhoneEnding = 'f',
    ItemPair = 'q',
    ItemInitials = 'j'
};

constexpr std::size_t shortestEnding = 4;
constexpr std::size_t longestEnding = 8;
constexpr std::size_t longestInitials = 12;
constexpr std::size_t longestSyllables = 24;
constexpr std::size_t mostAlternatives = 64;

class Hasher {
public:
    explicit Hasher(const Secret& key) {
        static_assert(crypto_shorthash_siphash24_KEYBYTES == 16 && crypto_shorthash_siphash24_BYTES == 8);
        const auto bytes = key.bytes();
        std::copy_n(bytes.begin(), std::min(bytes.size(), m_key.size()), m_key.begin());
    }
    Hasher(const Hasher&) = delete;
    Hasher& operator=(const Hasher&) = delete;
    ~Hasher() { sodium_memzero(m_key.data(), m_key.size()); }

    Token operator()(Kind kind, std::string_view text) {
        m_text.assign(1, static_cast<char>(kind));
        m_text += text;
        return hash();
    }
    Token operator()(Kind kind, std::u32string_view text) {
        m_text.assign(1, static_cast<char>(kind));
        for (const char32_t point : text)
            appendUtf8(m_text, point);
        return hash();
    }

private:
    Token hash() const {
        std::array<unsigned char, 8> out {};
        crypto_shorthash_siphash24(
            out.data(), reinterpret_cast<const unsigned char*>(m_text.data()), m_text.size(), m_key.data());
        Token token = 0;
        for (const unsigned char byte : out)
            token = (token << 8) | byte;
        return token;
    }

    std::array<unsigned char, 16> m_key {};
    std::string m_text;
};

bool isLetter(char32_t point) {
    return point >= U'a' && point <= U'z';
}
bool isDigit(char32_t point) {
    return point >= U'0' && point <= U'9';
}

/// Digits and capital letters of a number as it is compared: blanks and hyphens dropped.
std::string numberText(std::u32string_view folded) {
    std::string text;
    for (const char32_t point : folded) {
        if (isDigit(point))
            text += static_cast<char>(point);
        else if (isLetter(point))
            text += static_cast<char>(point - U'a' + U'A');
    }
    return text;
}

class Collector {
public:
    explicit Collector(const Secret& key)
        : m_hash(key) { }

    void name(std::string_view name) {
        const std::u32string points = searchableText(name);
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (!isLetter(points[i]))
                add(Kind::NameCharacter, points.substr(i, 1));
        }
        pairs(Kind::NamePair, points);
        const Pinyin pinyin = pinyinOfFolded(points, Readings::OfAName);
        for (const std::string& initials : pinyin.initials)
            prefixes(Kind::Initials, initials, longestInitials);
        for (const std::string& syllables : pinyin.syllables)
            prefixes(Kind::Syllables, syllables, longestSyllables);
        laterWords(name);
    }

    void number(std::string_view number) {
        const std::string text = numberText(foldedText(number));
        if (text.empty())
            return;
        m_tokens.push_back(m_hash(Kind::Number, text));
        for (std::size_t length = shortestEnding; length <= std::min(longestEnding, text.size()); ++length)
            m_tokens.push_back(m_hash(Kind::NumberEnding, std::string_view(text).substr(text.size() - length)));
    }

    void phone(std::string_view phone) {
        const std::string text = numberText(foldedText(phone));
        if (text.empty())
            return;
        m_tokens.push_back(m_hash(Kind::Number, text));
        if (text.size() >= shortestEnding)
            m_tokens.push_back(m_hash(Kind::PhoneEnding, std::string_view(text).substr(text.size() - shortestEnding)));
    }

    void item(std::string_view title) {
        const std::u32string points = searchableText(title);
        pairs(Kind::ItemPair, points);
        for (const std::string& initials : pinyinOfFolded(points, Readings::Everyday).initials)
            prefixes(Kind::ItemInitials, initials, longestInitials);
    }

    std::vector<Token> take() {
        std::sort(m_tokens.begin(), m_tokens.end());
        m_tokens.erase(std::unique(m_tokens.begin(), m_tokens.end()), m_tokens.end());
        return std::move(m_tokens);
    }

private:
    void add(Kind kind, std::u32string_view text) { m_tokens.push_back(m_hash(kind, text)); }

    void pairs(Kind kind, std::u32string_view points) {
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            if (!isLetter(points[i]) && !isLetter(points[i + 1]))
                add(kind, points.substr(i, 2));
        }
    }
    void prefixes(Kind kind, std::string_view text, std::size_t longest) {
        for (std::size_t length = 1; length <= std::min(longest, text.size()); ++length)
            m_tokens.push_back(m_hash(kind, text.substr(0, length)));
    }
    /// "John Smith" is looked for as "smith", too.
    void laterWords(std::string_view name) {
        const std::u32string folded = foldedText(name);
        std::string word;
        bool first = true;
        for (std::size_t i = 0; i <= folded.size(); ++i) {
            if (i < folded.size() && isLetter(folded[i])) {
                word += static_cast<char>(folded[i]);
            } else if (!word.empty()) {
                if (!first)
                    prefixes(Kind::Syllables, word, longestSyllables);
                first = false;
                word.clear();
            }
        }
    }

    Hasher m_hash;
    std::vector<Token> m_tokens;
};

/// One typed word's ways to be meant.
class Asker {
public:
    explicit Asker(const Secret& key)
        : m_hash(key) { }

    void word(const std::u32string& points) {
        const bool anyHigh = std::any_of(points.begin(), points.end(), [](char32_t point) { return point > 0x7F; });
        const bool anyDigit = std::any_of(points.begin(), points.end(), isDigit);
        if (!anyHigh && anyDigit) {
            number(points);
        } else if (!anyHigh) {
            letters(points);
        } else {
            const auto firstLetter = std::find_if(points.begin(), points.end(), isLetter);
            const auto at = static_cast<std::size_t>(firstLetter - points.begin());
            if (firstLetter == points.end())
                characters(points);
            else if (at == 0)
                lettersThenCharacters(points);
            else
                charactersThenLetters(points.substr(0, at), points.substr(at));
        }
    }

    void number(std::u32string_view points) {
        const std::string text = numberText(points);
        std::vector<std::vector<Token>> ways {{m_hash(Kind::Number, text)}};
        if (text.size() >= shortestEnding && text.size() <= longestEnding)
            ways.push_back({m_hash(Kind::NumberEnding, text)});
        if (text.size() == shortestEnding)
            ways.push_back({m_hash(Kind::PhoneEnding, text)});
        // "3号" is in a name or a title; a short run of digits may be, too.
        if (text.size() < shortestEnding && points.size() == text.size())
            ways.push_back(text.size() == 1 ? std::vector<Token> {m_hash(Kind::NameCharacter, points)}
                                            : pairs(Kind::NamePair, points));
        all(std::move(ways));
    }

    TokenQuery take() { return {std::move(m_alternatives)}; }

private:
    void letters(std::u32string_view points) {
        std::string text;
        for (const char32_t point : points)
            text += static_cast<char>(point);
        all({{m_hash(Kind::Initials, text.substr(0, longestInitials))},
            {m_hash(Kind::Syllables, text.substr(0, longestSyllables))},
            {m_hash(Kind::ItemInitials, text.substr(0, longestInitials))}});
    }

    void characters(std::u32string_view points) {
        // One character asks for a name: 许 is a surname and stands in the title of every licence.
        if (points.size() == 1)
            all({{m_hash(Kind::NameCharacter, points)}});
        else
            all({pairs(Kind::NamePair, points), pairs(Kind::ItemPair, points)});
    }

    /// "KTV娱乐": a name that begins so.
    void lettersThenCharacters(std::u32string_view points) {
        std::size_t length = 0;
        std::string front;
        while (length < points.size() && isLetter(points[length]))
            front += static_cast<char>(points[length++]);
        std::vector<Token> tokens = pairs(Kind::NamePair, points.substr(length));
        if (points.size() - length == 1)
            tokens.push_back(m_hash(Kind::NameCharacter, points.substr(length)));
        tokens.push_back(m_hash(Kind::Syllables, front.substr(0, longestSyllables)));
        all({std::move(tokens)});
    }

    /// "曾cs", with the input method half way: the characters stand there, the letters go on where they end.
    void charactersThenLetters(std::u32string_view front, std::u32string_view back) {
        std::string rest;
        for (const char32_t point : back) {
            if (isLetter(point))
                rest += static_cast<char>(point);
        }
        const std::vector<Token> there = front.size() == 1 ? std::vector<Token> {m_hash(Kind::NameCharacter, front)}
                                                           : pairs(Kind::NamePair, front);
        std::vector<std::vector<Token>> ways;
        const auto add = [&](Kind kind, const std::string& text, std::size_t longest) {
            auto& way = ways.emplace_back(there);
            way.push_back(m_hash(kind, text.substr(0, longest)));
        };
        const Pinyin pinyin = pinyinOfFolded(front, Readings::OfAName);
        for (const std::string& initials : pinyin.initials)
            add(Kind::Initials, initials + rest, longestInitials);
        for (const std::string& syllables : pinyin.syllables)
            add(Kind::Syllables, syllables + rest, longestSyllables);
        all(std::move(ways));
    }

    std::vector<Token> pairs(Kind kind, std::u32string_view points) {
        std::vector<Token> tokens;
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            if (!isLetter(points[i]) && !isLetter(points[i + 1]))
                tokens.push_back(m_hash(kind, points.substr(i, 2)));
        }
        return tokens;
    }

    /// Every word has to match: each alternative so far is joined with each way of this word.
    void all(std::vector<std::vector<Token>> ways) {
        if (!m_any) {
            m_any = true;
            m_alternatives = std::move(ways);
            return;
        }
        std::vector<std::vector<Token>> joined;
        for (const auto& before : m_alternatives) {
            for (const auto& way : ways) {
                if (joined.size() == mostAlternatives)
                    break;
                auto& group = joined.emplace_back(before);
                group.insert(group.end(), way.begin(), way.end());
            }
        }
        m_alternatives = std::move(joined);
    }

    Hasher m_hash;
    bool m_any = false;
    std::vector<std::vector<Token>> m_alternatives;
};

} // namespace

std::u32string searchableText(std::string_view utf8) {
    std::u32string points;
    for (const char32_t point : foldedText(normalizedName(utf8))) {
        // Ideographs that this ICU does not know yet are unassigned to it and still somebody's name.
        const auto category = u_charType(static_cast<UChar32>(point));
        if (u_isalnum(static_cast<UChar32>(point)) || category == U_UNASSIGNED || category == U_PRIVATE_USE_CHAR)
            points += point;
    }
    return points;
}

std::vector<Token> tokensOf(const SearchSubject& subject, const Secret& tokenKey) {
    Collector collector(tokenKey);
    for (const std::string& name : subject.names)
        collector.name(name);
    for (const std::string& number : subject.numbers)
        collector.number(number);
    for (const std::string& phone : subject.phones)
        collector.phone(phone);
    collector.item(subject.item);
    return collector.take();
}

TokenQuery queryOf(std::string_view typed, const Secret& tokenKey) {
    Asker asker(tokenKey);
    // Blanks around the dot of a name part no words.
    const std::u32string folded = foldedText(normalizedName(typed));
    const bool numberOnly = std::all_of(folded.begin(), folded.end(), [](char32_t point) {
        return isDigit(point) || point == U'x' || point == U' ' || point == U'-' || point == U'+';
    });
    const std::string digits = numberText(folded);
    if (numberOnly && digits.size() > longestEnding) {
        // A number as it is printed, in groups: 400 26 001 2345 46.
        asker.number(folded);
        return asker.take();
    }
    std::size_t start = 0;
    while (start < folded.size()) {
        const std::size_t end = std::min(folded.find(U' ', start), folded.size());
        std::string word;
        for (const char32_t point : std::u32string_view(folded).substr(start, end - start))
            appendUtf8(word, point);
        const std::u32string points = searchableText(word);
        if (!points.empty())
            asker.word(points);
        start = end + 1;
    }
    return asker.take();
}

} // namespace yichuang
