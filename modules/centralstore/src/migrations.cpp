// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations.h"

namespace yichuang::sql {
namespace {

const char* const first = R"(
CREATE TABLE setting (
    name {text} PRIMARY KEY,
    value {text} NOT NULL
);
CREATE TABLE chain (
    id {text} PRIMARY KEY,
    number BIGINT NOT NULL DEFAULT 0,
    hash {text} NOT NULL DEFAULT '',
    last_time BIGINT NOT NULL DEFAULT 0,
    last_seen BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE scope (
    id {text} PRIMARY KEY,
    position BIGINT NOT NULL DEFAULT 0,
    hash {text} NOT NULL DEFAULT '',
    own_number BIGINT NOT NULL DEFAULT 0,
    own_hash {text} NOT NULL DEFAULT '',
    key {text} NOT NULL DEFAULT '',
    signed_time BIGINT NOT NULL DEFAULT 0,
    signature {text} NOT NULL DEFAULT ''
);
CREATE TABLE centre_key (
    id {text} PRIMARY KEY,
    scope {text} NOT NULL UNIQUE,
    public_key {text} NOT NULL,
    sealed_secret {bytes} NOT NULL
);
CREATE TABLE act (
    id {text} PRIMARY KEY,
    chain {text} NOT NULL,
    number BIGINT NOT NULL,
    hash {text} NOT NULL,
    verdict {text} NOT NULL,
    reason {text} NOT NULL,
    answer {text} NOT NULL,
    received_at BIGINT NOT NULL,
    head {bytes} NOT NULL,
    signature {bytes} NOT NULL,
    facts {bytes} NOT NULL,
    particulars {bytes} NOT NULL,
    UNIQUE (chain, number)
);
CREATE TABLE stream (
    id {text} PRIMARY KEY,
    home {text} NOT NULL,
    opened BIGINT NOT NULL,
    case_no {text} UNIQUE,
    stage {text} NOT NULL,
    is_open BIGINT NOT NULL,
    watch_on {text},
    concluded_on {text} NOT NULL,
    acts BIGINT NOT NULL,
    head_hash {text} NOT NULL
);
CREATE INDEX stream_by_home ON stream (home, id);
CREATE INDEX stream_watched ON stream (watch_on, id) WHERE watch_on IS NOT NULL;
CREATE TABLE membership (
    scope {text} NOT NULL,
    stream {text} NOT NULL,
    PRIMARY KEY (scope, stream)
);
CREATE INDEX membership_by_stream ON membership (stream);
CREATE TABLE stream_act (
    stream {text} NOT NULL,
    ordinal BIGINT NOT NULL,
    act {text} NOT NULL,
    PRIMARY KEY (stream, ordinal)
);
CREATE TABLE scope_log (
    scope {text} NOT NULL,
    position BIGINT NOT NULL,
    kind {text} NOT NULL,
    subject {text} NOT NULL,
    subject_hash {text} NOT NULL,
    verdict {text} NOT NULL,
    reason {text} NOT NULL,
    link {text} NOT NULL,
    PRIMARY KEY (scope, position)
);
CREATE TABLE number_year (
    centre {text} NOT NULL,
    year BIGINT NOT NULL,
    next BIGINT NOT NULL,
    PRIMARY KEY (centre, year)
);
CREATE TABLE lease (
    id {text} PRIMARY KEY,
    centre {text} NOT NULL,
    year BIGINT NOT NULL,
    first BIGINT NOT NULL,
    last BIGINT NOT NULL,
    workstation {text} NOT NULL,
    leased_at BIGINT NOT NULL
);
CREATE INDEX lease_by_workstation ON lease (workstation);
CREATE TABLE contact (
    workstation {text} NOT NULL,
    written BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (workstation, written)
);
CREATE TABLE account (
    person {text} PRIMARY KEY,
    verifier {text} NOT NULL,
    failed BIGINT NOT NULL,
    locked_until BIGINT NOT NULL
);
CREATE TABLE token (
    hash {text} PRIMARY KEY,
    kind {text} NOT NULL,
    person {text} NOT NULL,
    workstation {text} NOT NULL,
    expires BIGINT NOT NULL
);
CREATE INDEX token_by_person ON token (person);
CREATE TABLE enrol_code (
    hash {text} PRIMARY KEY,
    window_id {text} NOT NULL,
    expires BIGINT NOT NULL,
    used BIGINT NOT NULL
);
)";

/// Filled from the acts that are there by the service, which has the key and can read them: Centre::indexApplicants.
const char* const applicants = R"(
CREATE TABLE applicant (
    hash {text} NOT NULL,
    stream {text} NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (hash, stream)
);
CREATE TABLE reading (
    person {text} NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    workstation {text} NOT NULL,
    window_id {text} NOT NULL,
    applicant {text} NOT NULL,
    purpose {text} NOT NULL,
    found BIGINT NOT NULL,
    link {text} NOT NULL,
    PRIMARY KEY (person, number)
);
CREATE INDEX reading_by_time ON reading (at, person, number);
)";

void replaceAll(std::string& text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
}

std::string inDialect(std::string step, const Connection& connection) {
    replaceAll(step, "{bytes}", connection.bytesType());
    replaceAll(step, "{text}", connection.textType());
    if (connection.isPostgres()) {
        // An act of three kilobytes stays in its page, lightly compressed: a second table for long values costs more
        // than it saves. Servers built without lz4 keep their own method.
        if (step.find("CREATE TABLE act (") != std::string::npos) {
            step += "ALTER TABLE act SET (toast_tuple_target = 8160);\n"
                    "DO $$ BEGIN ALTER TABLE act ALTER head SET COMPRESSION lz4, ALTER facts SET COMPRESSION lz4,"
                    " ALTER particulars SET COMPRESSION lz4; EXCEPTION WHEN feature_not_supported THEN NULL; END $$;\n";
        }
    }
    return step;
}

} // namespace

const std::vector<std::string>& migrations() {
    static const std::vector<std::string> steps {first, applicants};
    return steps;
}

Result<int> schemaVersion(Connection& connection) {
    const auto there = connection.query(connection.isPostgres()
            ? "SELECT CAST(count(*) AS bigint) FROM pg_catalog.pg_tables WHERE tablename = 'schema_version'"
              " AND schemaname = ANY(current_schemas(false))"
            : "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'",
        {});
    if (!there) {
        return tl::unexpected(there.error());
    }
    if ((*there)->number(0, 0) == 0) {
        return 0;
    }
    const auto found = connection.query("SELECT CAST(coalesce(max(version), 0) AS bigint) FROM schema_version", {});
    if (!found) {
        return tl::unexpected(found.error());
    }
    return static_cast<int>((*found)->number(0, 0));
}

Result<void> migrate(Connection& connection, const std::vector<std::string>& steps) {
    const int known = static_cast<int>(steps.size());
    for (;;) {
        if (auto begun = connection.begin(Mode::Write); !begun) {
            return begun;
        }
        // One instance at a time; the number is the product's own and means nothing.
        if (connection.isPostgres()) {
            if (auto locked = connection.script("SELECT pg_advisory_xact_lock(7204182019)"); !locked) {
                connection.rollback();
                return locked;
            }
        }
        const auto found = schemaVersion(connection);
        if (!found || *found >= known) {
            connection.rollback();
            if (!found) {
                return tl::unexpected(found.error());
            }
            if (*found > known) {
                return failure("store.schema", {{"found", std::to_string(*found)}, {"known", std::to_string(known)}});
            }
            return {};
        }
        std::string step;
        if (*found == 0) {
            step += "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT PRIMARY KEY);\n";
        }
        step += inDialect(steps[static_cast<std::size_t>(*found)], connection);
        step += "INSERT INTO schema_version (version) VALUES (" + std::to_string(*found + 1) + ");\n";
        auto done = connection.script(step);
        if (done) {
            done = connection.commit();
        }
        if (!done) {
            connection.rollback();
            return done;
        }
    }
}

} // namespace yichuang::sql
