// SPDX-License-Identifier: GPL-3.0-or-later
#include "subject.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <iterator>
#include <memory>

namespace yichuang {

namespace {

QJsonObject objectOf(const std::string& json) {
    return QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()))).object();
}

void setAt(QJsonObject& object, const QStringList& path, qsizetype depth, const QString& value) {
    const QString& member = path.at(depth);
    if (depth + 1 == path.size()) {
        object.insert(member, value);
        return;
    }
    QJsonObject inner = object.value(member).toObject();
    setAt(inner, path, depth + 1, value);
    object.insert(member, inner);
}

void collect(const QJsonValue& value, const QString& member, SearchSubject& subject) {
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto field = object.begin(); field != object.end(); ++field)
            collect(field.value(), field.key(), subject);
    } else if (value.isArray()) {
        for (const auto& element : value.toArray())
            collect(element, member, subject);
    } else if (value.isString()) {
        std::string text = value.toString().toStdString();
        if (text.empty())
            return;
        if (member == QLatin1String("name") || member.startsWith(QLatin1String("legal")))
            subject.names.push_back(std::move(text));
        else if (member == QLatin1String("id_number"))
            subject.numbers.push_back(std::move(text));
        else if (member == QLatin1String("phone"))
            subject.phones.push_back(std::move(text));
    }
}

const std::string* find(const Particulars& particulars, const char* name) {
    const auto found = particulars.find(name);
    return found == particulars.end() ? nullptr : &found->second;
}

} // namespace

struct ShownParticulars::Content {
    QJsonObject applicant;
    std::string summary;
};

ShownParticulars::ShownParticulars()
    : m_content(std::make_unique<Content>()) { }
ShownParticulars::~ShownParticulars() = default;

void ShownParticulars::take(const Entry& entry, const Particulars& particulars) {
    if (entry.event != Event::Receive && entry.event != Event::Amend)
        return;
    if (const std::string* applicant = find(particulars, "applicant"))
        m_content->applicant = objectOf(*applicant);
    if (const std::string* summary = find(particulars, "summary"))
        m_content->summary = *summary;
    if (entry.event != Event::Amend)
        return;
    const std::string* value = find(particulars, "value");
    const QString field = QString::fromStdString(entry.facts.field);
    if (!value || !field.startsWith(QLatin1String("applicant.")))
        return;
    setAt(m_content->applicant, field.split(QLatin1Char('.')), 1, QString::fromStdString(*value));
    if (field == QLatin1String("applicant.name"))
        m_content->summary = *value;
}

std::string ShownParticulars::summary() const {
    return m_content->summary;
}

SearchSubject ShownParticulars::subject() const {
    SearchSubject subject;
    collect(m_content->applicant, {}, subject);
    if (!m_content->summary.empty()
        && std::find(subject.names.begin(), subject.names.end(), m_content->summary) == subject.names.end())
        subject.names.push_back(m_content->summary);
    return subject;
}

const std::vector<Token>& ItemTokens::of(const std::string& title, const Secret& tokenKey) {
    auto found = m_tokens.find(title);
    if (found == m_tokens.end()) {
        SearchSubject subject;
        subject.item = title;
        found = m_tokens.emplace(title, tokensOf(subject, tokenKey)).first;
    }
    return found->second;
}

std::vector<Token> united(const std::vector<Token>& left, const std::vector<Token>& right) {
    std::vector<Token> all;
    all.reserve(left.size() + right.size());
    std::set_union(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(all));
    return all;
}

std::string tokenBytes(const std::vector<Token>& tokens) {
    std::string bytes;
    bytes.reserve(tokens.size() * 8);
    for (const Token token : tokens) {
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes.push_back(static_cast<char>((token >> shift) & 0xff));
    }
    return bytes;
}

std::vector<Token> tokensOfBytes(std::string_view bytes) {
    std::vector<Token> tokens;
    tokens.reserve(bytes.size() / 8);
    for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
        Token token = 0;
        for (std::size_t i = 0; i < 8; ++i)
            token = (token << 8) | static_cast<unsigned char>(bytes[i]);
        tokens.push_back(token);
    }
    return tokens;
}

void appendTokenWord(std::string& text, Token token) {
    static constexpr char letters[] = "0123456789abcdefghijklmnopqrstuv";
    for (int shift = 60; shift >= 0; shift -= 5)
        text.push_back(letters[(token >> shift) & 31]);
}

} // namespace yichuang
