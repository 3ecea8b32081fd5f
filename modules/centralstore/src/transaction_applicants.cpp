// SPDX-License-Identifier: GPL-3.0-or-later
#include "transaction_private.h"

namespace yichuang {
namespace {

using sql::Value;

constexpr std::string_view readingColumns
    = "person, number, at, workstation, window_id, applicant, purpose, found, link";

ReadingRow readingAt(const sql::Rows& rows, int row) {
    ReadingRow reading;
    reading.person = PersonId(textAt(rows, row, 0));
    reading.number = rows.number(row, 1);
    reading.at = rows.number(row, 2);
    reading.workstation = WorkstationId(textAt(rows, row, 3));
    reading.window = WindowId(textAt(rows, row, 4));
    reading.applicant = textAt(rows, row, 5);
    reading.purpose = textAt(rows, row, 6);
    reading.found = rows.number(row, 7) != 0;
    reading.link = textAt(rows, row, 8);
    return reading;
}

Result<std::vector<ReadingRow>> readingsIn(const sql::Answer& rows) {
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<ReadingRow> readings;
    for (int i = 0; i < (*rows)->count(); ++i) {
        readings.push_back(readingAt(**rows, i));
    }
    return readings;
}

Result<std::vector<StreamId>> streamIdsIn(const sql::Answer& rows) {
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<StreamId> streams;
    for (int i = 0; i < (*rows)->count(); ++i) {
        streams.emplace_back(textAt(**rows, i, 0));
    }
    return streams;
}

std::vector<std::vector<Value>> valuesOf(const std::vector<ApplicantRow>& rows) {
    std::vector<std::vector<Value>> values;
    values.reserve(rows.size());
    for (const auto& row : rows) {
        values.push_back({std::string_view(row.hash), valueOf(row.stream), row.at});
    }
    return values;
}

} // namespace

std::string linkText(std::string_view previousLink, const ReadingRow& row) {
    std::string text(previousLink);
    for (const std::string& part :
        {row.person.value(), std::to_string(row.number), std::to_string(row.at), row.workstation.value(),
            row.window.value(), row.applicant, std::string(row.found ? "1" : "0"), row.purpose}) {
        text += '\n';
        text += part;
    }
    return text;
}

Result<void> CentralTransaction::addApplicants(const std::vector<ApplicantRow>& rows) {
    return m_private->insertMany("applicant", "hash, stream, at", valuesOf(rows));
}

Result<void> CentralTransaction::offerApplicants(const std::vector<ApplicantRow>& rows) {
    return m_private->executeMany("INSERT INTO applicant (hash, stream, at) VALUES ($1, $2, $3)"
                                  " ON CONFLICT (hash, stream) DO NOTHING",
        valuesOf(rows));
}

Result<void> CentralTransaction::dropApplicantsOf(const StreamId& stream) {
    return m_private->execute("DELETE FROM applicant WHERE stream = $1", {valueOf(stream)});
}

Result<std::vector<StreamId>> CentralTransaction::casesOfApplicant(const HashText& hash, int limit) {
    return streamIdsIn(
        m_private->query("SELECT stream FROM applicant WHERE hash = $1 ORDER BY at DESC, stream DESC LIMIT $2",
            {std::string_view(hash), std::int64_t {limit}}));
}

Result<std::vector<StreamId>> CentralTransaction::openedCases(const StreamId& after, int limit) {
    return streamIdsIn(m_private->query(
        "SELECT id FROM stream WHERE id > $1 AND opened = 1 AND case_no IS NOT NULL ORDER BY id LIMIT $2",
        {valueOf(after), std::int64_t {limit}}));
}

Result<void> CentralTransaction::addReading(ReadingRow row) {
    const auto last = readingBefore(row.person, 1);
    if (!last) {
        return tl::unexpected(last.error());
    }
    row.number = *last ? (*last)->number + 1 : 1;
    row.link = hashText(linkText(*last ? (*last)->link : HashText {}, row));
    return m_private->insertMany("reading", std::string(readingColumns),
        {{valueOf(row.person), row.number, row.at, valueOf(row.workstation), valueOf(row.window),
            std::string_view(row.applicant), std::string_view(row.purpose), std::int64_t {row.found ? 1 : 0},
            std::string_view(row.link)}});
}

Result<std::optional<ReadingRow>> CentralTransaction::readingBefore(const PersonId& person, int back) {
    const auto rows = m_private->query("SELECT " + std::string(readingColumns)
            + " FROM reading WHERE person = $1 ORDER BY number DESC LIMIT 1 OFFSET $2",
        {valueOf(person), std::int64_t {back - 1}});
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    return (*rows)->count() == 0 ? std::optional<ReadingRow> {} : readingAt(**rows, 0);
}

Result<std::vector<ReadingRow>> CentralTransaction::readings(
    std::int64_t since, const PersonId& person, const ReadingRow& after, int limit) {
    return readingsIn(m_private->query("SELECT " + std::string(readingColumns)
            + " FROM reading WHERE at >= $1 AND ($2 = '' OR person = $2) AND (at, person, number) > ($3, $4, $5)"
              " ORDER BY at, person, number LIMIT $6",
        {since, valueOf(person), after.at, valueOf(after.person), after.number, std::int64_t {limit}}));
}

Result<std::vector<ReadingRow>> CentralTransaction::readingsInOrder(
    const PersonId& person, std::int64_t number, int limit) {
    return readingsIn(m_private->query("SELECT " + std::string(readingColumns)
            + " FROM reading WHERE (person, number) > ($1, $2) ORDER BY person, number LIMIT $3",
        {valueOf(person), number, std::int64_t {limit}}));
}

} // namespace yichuang
