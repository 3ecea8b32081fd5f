// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/contract/messages.h>

#include "message_members.h"

#include <array>
#include <utility>

namespace yichuang {

using json::Fault;

static constexpr std::array<std::pair<Verdict, std::string_view>, 5> verdicts {
    {{Verdict::Admitted, "admitted"}, {Verdict::Refused, "refused"}, {Verdict::BadAct, "bad_act"},
        {Verdict::NumberClash, "number_clash"}, {Verdict::NotTaken, "not_taken"}}};

std::string_view toText(Verdict verdict) {
    return verdicts[static_cast<std::size_t>(verdict)].second;
}

std::optional<Verdict> verdictFromText(std::string_view text) {
    for (const auto& [verdict, name] : verdicts) {
        if (name == text)
            return verdict;
    }
    return {};
}

static constexpr std::array<std::pair<LineKind, std::string_view>, 4> lineKinds {{{LineKind::Admitted, "admitted"},
    {LineKind::Refused, "refused"}, {LineKind::Joined, "joined"}, {LineKind::Left, "left"}}};

std::string_view toText(LineKind kind) {
    return lineKinds[static_cast<std::size_t>(kind)].second;
}

std::optional<LineKind> lineKindFromText(std::string_view text) {
    for (const auto& [kind, name] : lineKinds) {
        if (name == text)
            return kind;
    }
    return {};
}

static void appendLined(std::string& out, std::string_view text) {
    out += '\n';
    out += text;
}

std::string signedText(const SignedHead& head) {
    std::string out = "head";
    appendLined(out, head.scope.value());
    appendLined(out, std::to_string(head.position));
    appendLined(out, head.hash);
    appendLined(out, std::to_string(head.time));
    return out;
}

std::string linkText(std::string_view previousLink, const ScopeLine& line) {
    std::string out(previousLink);
    const auto part = [&](std::string_view text) {
        out += '|';
        out += text;
    };
    part(line.scope.value());
    part(std::to_string(line.position));
    part(toText(line.kind));
    part(line.subject);
    part(line.subjectHash);
    part(line.verdict);
    part(line.reason);
    return out;
}

static tl::unexpected<Error> formFailure(const Fault& fault) {
    return failure("wire.form", {{"reason", fault.reason}, {"member", fault.member}});
}

template <typename T> static std::string encoded(const T& value) {
    std::string out;
    json::append(out, value);
    return out;
}

template <typename T> static Result<T> parsed(std::string_view text) {
    Fault fault;
    T value;
    const json::Document document(text);
    if (!document.fault().empty())
        fault.because(document.fault());
    else
        (void)json::read(document.root(), value, fault);
    if (!fault.reason.empty())
        return formFailure(fault);
    return value;
}

#define YICHUANG_MESSAGE(Type)                                                                                         \
    std::string encode(const Type& value) {                                                                            \
        return encoded(value);                                                                                         \
    }                                                                                                                  \
    Result<Type> parse##Type(std::string_view text) {                                                                  \
        return parsed<Type>(text);                                                                                     \
    }
YICHUANG_MESSAGE(PushAnswer)
YICHUANG_MESSAGE(Block)
YICHUANG_MESSAGE(LeaseRequest)
YICHUANG_MESSAGE(EnrolRequest)
YICHUANG_MESSAGE(EnrolAnswer)
YICHUANG_MESSAGE(WorkstationTokenRequest)
YICHUANG_MESSAGE(TokenAnswer)
YICHUANG_MESSAGE(SignInRequest)
YICHUANG_MESSAGE(SignInAnswer)
YICHUANG_MESSAGE(RefreshRequest)
YICHUANG_MESSAGE(KeyRequest)
YICHUANG_MESSAGE(ApplicantRequest)
YICHUANG_MESSAGE(ApplicantAnswer)
YICHUANG_MESSAGE(ChainAnswer)
YICHUANG_MESSAGE(TimeAnswer)
YICHUANG_MESSAGE(SignedHead)
YICHUANG_MESSAGE(Problem)
#undef YICHUANG_MESSAGE

} // namespace yichuang
