// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/contract/act.h>
#include <yichuang/domain/entry.h>
#include <yichuang/vault/tokens.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

class QJsonObject;

namespace yichuang {

/// What particulars show of a case: the name in lists and what the case is found by. Amendments replace what they name.
class ShownParticulars {
public:
    ShownParticulars();
    ~ShownParticulars();
    ShownParticulars(const ShownParticulars&) = delete;
    ShownParticulars& operator=(const ShownParticulars&) = delete;

    /// Takes in what one entry brings; entries of other kinds bring nothing.
    void take(const Entry& entry, const Particulars& particulars);
    [[nodiscard]] std::string summary() const;
    /// Names, numbers and phones of everybody whom the application names; not the item's title.
    [[nodiscard]] SearchSubject subject() const;

private:
    struct Content;
    std::unique_ptr<Content> m_content;
};

/// Tokens of an item's title, worked out once for each item.
class ItemTokens {
public:
    [[nodiscard]] const std::vector<Token>& of(const std::string& title, const Secret& tokenKey);
    void clear() { m_tokens.clear(); }

private:
    std::map<std::string, std::vector<Token>> m_tokens;
};

[[nodiscard]] std::vector<Token> united(const std::vector<Token>& left, const std::vector<Token>& right);

/// Eight bytes a token, in order; and back.
[[nodiscard]] std::string tokenBytes(const std::vector<Token>& tokens);
[[nodiscard]] std::vector<Token> tokensOfBytes(std::string_view bytes);
/// A token as a word of the index: 13 letters and digits.
void appendTokenWord(std::string& text, Token token);

} // namespace yichuang
