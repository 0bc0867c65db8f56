// SPDX-License-Identifier: Apache-2.0
#include "app/domain/audit/chain.h"

#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr qsizetype hashBytes = 32;
constexpr QByteArrayView hashField(",\"hash\":\"");
constexpr QByteArrayView lineEnd("\"}");
constexpr QByteArrayView headingStart("{\"signalbox_audit\":1,\"first_seq\":");
constexpr QByteArrayView previousField(",\"previous\":\"");
constexpr QByteArrayView endingStart("{\"end\":true,\"rows\":");
constexpr QByteArrayView rowStart("{\"seq\":");

/// As isoUtc() writes it, without its cost for a million rows.
QByteArray isoText(base::Instant at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(at - day);
    std::array<char, 48> text{};
    const int length =
        std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                      static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                      static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
    return QByteArray(text.data(), length);
}

void appendText(QByteArray &into, const QString &text)
{
    constexpr char digits[] = "0123456789abcdef";
    into += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            into += '\\';
            into += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            into += "\\u00";
            into += digits[static_cast<unsigned char>(c) >> 4];
            into += digits[c & 15];
        } else {
            into += c;
        }
    }
    into += '"';
}

base::Error broken(qint64 line, const QString &what)
{
    return {.code = base::ErrorCode::Corrupt,
            .context = {},
            .detail = u"line %1 of the audit %2"_s.arg(line).arg(what),
            .field = {}};
}

/// The next line without its end; empty where there is none that has one.
QByteArrayView takeLine(QByteArrayView &rest)
{
    const qsizetype end = rest.indexOf('\n');
    if (end < 0) {
        return {};
    }
    const QByteArrayView line = rest.first(end);
    rest = rest.sliced(end + 1);
    return line;
}

struct Link
{
    QByteArrayView text;
    QByteArray hash;
};

/// A line cut into what is hashed and the hash that it says.
std::optional<Link> linkOf(QByteArrayView line, QByteArrayView field)
{
    const qsizetype tail = field.size() + 2 * hashBytes + lineEnd.size();
    if (line.size() < tail) {
        return std::nullopt;
    }
    const QByteArrayView text = line.first(line.size() - tail);
    const QByteArrayView end = line.last(tail);
    const QByteArrayView hex = end.sliced(field.size(), 2 * hashBytes);
    const QByteArray hash = QByteArray::fromHex(hex.toByteArray());
    const bool whole = end.startsWith(field) && end.endsWith(lineEnd) && hash.size() == hashBytes &&
                       QByteArrayView(hash.toHex()) == hex;
    return whole ? std::optional(Link{text, hash}) : std::nullopt;
}

QByteArray lineOf(const QByteArray &text, QByteArrayView field, const QByteArray &hash)
{
    return text + field.toByteArray() + hash.toHex() + lineEnd.toByteArray() + '\n';
}

} // namespace

QByteArray chainStart()
{
    return QByteArray(hashBytes, '\0');
}

QByteArray chainText(const AuditEntry &entry)
{
    QByteArray text;
    text.reserve(320);
    text += rowStart;
    text += QByteArray::number(entry.seq);
    text += ",\"at\":\"";
    text += isoText(entry.at);
    text += '"';
    const std::array<std::pair<const char *, const QString *>, 4> fields{{{",\"by\":", &entry.by.name},
                                                                          {",\"action\":", &entry.action},
                                                                          {",\"subject\":", &entry.subject},
                                                                          {",\"detail\":", &entry.detail}}};
    for (const auto &[name, value] : fields) {
        text += name;
        appendText(text, *value);
    }
    if (!entry.by.from.isEmpty()) { // rows from before there was this are as they were
        text += ",\"from\":";
        appendText(text, entry.by.from);
    }
    text += ",\"before\":";
    text += entry.before.isEmpty() ? "null"_ba : entry.before.toUtf8();
    text += ",\"after\":";
    text += entry.after.isEmpty() ? "null"_ba : entry.after.toUtf8();
    return text;
}

QByteArray Chain::next(const QByteArray &previous, QByteArrayView text)
{
    m_hash.reset();
    m_hash.addData(previous);
    m_hash.addData(text);
    return m_hash.result();
}

AuditExporter::AuditExporter(qint64 firstSeq, QByteArray previous)
    : m_heading(headingStart.toByteArray() + QByteArray::number(firstSeq)), m_hash(std::move(previous))
{
    m_out = lineOf(m_heading, previousField, m_hash);
}

void AuditExporter::add(const QByteArray &text, const QByteArray &hash)
{
    m_out += lineOf(text, hashField, hash);
    m_hash = hash;
    ++m_rows;
}

QByteArray AuditExporter::finish()
{
    const QByteArray text = endingStart.toByteArray() + QByteArray::number(m_rows);
    m_out += lineOf(text, hashField, Chain().next(m_hash, m_heading + text));
    return std::move(m_out);
}

base::Result<qint64> verifyExport(QByteArrayView bytes)
{
    QByteArrayView rest = bytes;
    const std::optional<Link> heading = linkOf(takeLine(rest), previousField);
    if (!heading || !heading->text.startsWith(headingStart)) {
        return broken(1, u"is not the heading of an export"_s);
    }
    QByteArray hash = heading->hash;
    Chain chain;
    for (qint64 rows = 0;; ++rows) {
        const qint64 line = rows + 2;
        const std::optional<Link> link = linkOf(takeLine(rest), hashField);
        if (!link) {
            return broken(line, u"is cut off or not in its form"_s);
        }
        if (link->text.startsWith(endingStart)) {
            const bool right = link->text == endingStart.toByteArray() + QByteArray::number(rows) && rest.isEmpty() &&
                               chain.next(hash, heading->text.toByteArray() + link->text.toByteArray()) == link->hash;
            return right ? base::Result<qint64>(rows) : broken(line, u"does not end what stands before it"_s);
        }
        if (chain.next(hash, link->text) != link->hash) {
            return broken(line, u"is not what was written"_s);
        }
        hash = link->hash;
    }
}

} // namespace domain
