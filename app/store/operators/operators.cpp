// SPDX-License-Identifier: Apache-2.0
#include "app/store/operators/operators.h"

#include "app/base/ids.h"
#include "app/store/desk.h"
#include "app/store/operators/operatortable.h"
#include "app/store/tables/audittable.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::Operator;
using domain::OperatorRecord;

constexpr char tokenPrefix[] = "tok_";
constexpr qsizetype longestTokenName = 100;
constexpr qint64 mostDays = 3660;

/// 256 bits of the system's generator.
QByteArray newSecret()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

base::Error noOperator(const QString &name)
{
    return base::notFound(u"operator "_s + name);
}

base::Status recordAbout(Transaction &transaction, const domain::Actor &by, const QString &action,
                         const QString &subject, const QString &detail)
{
    transaction.note(Table::Operators, ChangeKind::Updated, {});
    return record(transaction, {.by = by, .action = action, .subject = subject, .detail = detail});
}

/// Empty where nobody has this name any more.
Result<std::optional<Operator>> person(Transaction &transaction, const QString &name, const QString &desk)
{
    if (name == desk) {
        return std::optional(Operator{name, domain::Role::Admin});
    }
    TRY(const auto row, OperatorTable(transaction.db()).find(name));
    return row ? std::optional(Operator{row->name, row->role}) : std::nullopt;
}

Result<std::optional<TokenOwner>> ownerOf(Transaction &transaction, const QString &id, const QString &desk)
{
    TRY(auto owner, OperatorTable(transaction.db()).token(id));
    if (!owner) {
        return std::optional<TokenOwner>();
    }
    const TokenRecord &row = owner->record;
    TRY(const auto who, person(transaction, row.operatorName, desk));
    const bool expired = row.expiresAt && *row.expiresAt <= transaction.now();
    owner->valid = who && !expired && !row.revokedAt;
    owner->as = {row.operatorName, who ? std::min(who->role, row.role) : domain::Role::Viewer};
    return owner;
}

base::Status checkToken(const NewToken &wanted)
{
    if (wanted.name.trimmed().isEmpty() || wanted.name.size() > longestTokenName) {
        return base::invalid(u"name"_s, u"name must have 1 to %1 characters"_s.arg(longestTokenName));
    }
    if (wanted.days && (*wanted.days < 1 || *wanted.days > mostDays)) {
        return base::invalid(u"expires_days"_s, u"expires_days must be from 1 to %1"_s.arg(mostDays));
    }
    return {};
}

} // namespace

QString tokenIdOf(const QByteArray &token)
{
    const qsizetype dot = token.indexOf('.');
    return token.startsWith(tokenPrefix) && dot > 0 ? QString::fromLatin1(token.first(dot)) : QString();
}

QByteArray tokenHash(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

QFuture<Result<QList<OperatorRecord>>> Operators::list() const
{
    return m_desk.read([](Transaction &transaction) { return OperatorTable(transaction.db()).all(); });
}

QFuture<Result<OperatorRecord>> Operators::add(Operator made, QString desk, domain::Actor by)
{
    return m_desk.write([made, desk, by](Transaction &transaction) -> Result<OperatorRecord> {
        CHECK(domain::checkOperatorName(made.name));
        TRY(const auto there, person(transaction, made.name, desk));
        if (there) {
            return base::conflict(made.name == desk ? u"%1 is the account at the desk, and admin"_s.arg(made.name)
                                                    : u"there is an operator %1 already"_s.arg(made.name));
        }
        const OperatorRecord row{.name = made.name, .role = made.role, .createdAt = transaction.now(), .createdBy = by};
        CHECK(OperatorTable(transaction.db()).insert(row));
        CHECK(recordAbout(transaction, by, u"add_operator"_s, made.name, domain::roleWord(made.role)));
        return row;
    });
}

QFuture<Result<OperatorRecord>> Operators::setRole(Operator changed, domain::Actor by)
{
    return m_desk.write([changed, by](Transaction &transaction) -> Result<OperatorRecord> {
        OperatorTable table(transaction.db());
        TRY(auto row, table.find(changed.name));
        if (!row) {
            return noOperator(changed.name);
        }
        const QString before = domain::roleWord(row->role);
        row->role = changed.role;
        CHECK(table.setRole(changed.name, changed.role));
        CHECK(recordAbout(transaction, by, u"set_role"_s, changed.name,
                          u"%1, was %2"_s.arg(domain::roleWord(changed.role), before)));
        return *row;
    });
}

QFuture<Result<void>> Operators::remove(QString name, domain::Actor by)
{
    return m_desk.write([name, by](Transaction &transaction) -> Result<void> {
        OperatorTable table(transaction.db());
        TRY(const auto row, table.find(name));
        if (!row) {
            return noOperator(name);
        }
        TRY(const QList<TokenRecord> tokens, table.tokens());
        for (const TokenRecord &token : tokens) {
            if (token.operatorName == name) {
                CHECK(table.revoke(token.id, transaction.now()));
            }
        }
        CHECK(table.remove(name));
        return recordAbout(transaction, by, u"remove_operator"_s, name, domain::roleWord(row->role));
    });
}

QFuture<Result<QList<TokenRecord>>> Operators::tokens() const
{
    return m_desk.read([](Transaction &transaction) { return OperatorTable(transaction.db()).tokens(); });
}

QFuture<Result<MadeToken>> Operators::createToken(NewToken wanted, QString desk, domain::Actor by)
{
    return m_desk.write([wanted, desk, by](Transaction &transaction) -> Result<MadeToken> {
        CHECK(checkToken(wanted));
        TRY(const auto owner, person(transaction, wanted.operatorName, desk));
        if (!owner) {
            return noOperator(wanted.operatorName);
        }
        TokenRecord row{.id = base::newId(QLatin1StringView(tokenPrefix)),
                        .name = wanted.name,
                        .operatorName = wanted.operatorName,
                        .role = wanted.role,
                        .createdAt = transaction.now(),
                        .createdBy = by};
        if (wanted.days) {
            row.expiresAt = transaction.now() + std::chrono::days(*wanted.days);
        }
        const QByteArray token = row.id.toLatin1() + '.' + newSecret();
        CHECK(OperatorTable(transaction.db()).insertToken(row, tokenHash(token)));
        CHECK(recordAbout(transaction, by, u"create_token"_s, row.id,
                          u"%1, of %2, as %3"_s.arg(row.name, row.operatorName, domain::roleWord(row.role))));
        return MadeToken{.record = row, .secret = QString::fromLatin1(token)};
    });
}

QFuture<Result<TokenRecord>> Operators::revoke(QString id, domain::Actor by)
{
    return m_desk.write([id, by](Transaction &transaction) -> Result<TokenRecord> {
        OperatorTable table(transaction.db());
        TRY(auto owner, table.token(id));
        if (!owner) {
            return base::notFound(u"token "_s + id);
        }
        if (!owner->record.revokedAt) {
            owner->record.revokedAt = transaction.now();
            CHECK(table.revoke(id, transaction.now()));
            CHECK(recordAbout(transaction, by, u"revoke_token"_s, id, owner->record.name));
        }
        return owner->record;
    });
}

QFuture<Result<Operator>> Operators::signIn(QByteArray token, QString desk, QString from)
{
    return m_desk.write([token, desk, from](Transaction &transaction) -> Result<Operator> {
        TRY(const auto owner, ownerOf(transaction, tokenIdOf(token), desk));
        if (!owner || owner->hash != tokenHash(token) || !owner->valid) {
            return base::Error{.code = base::ErrorCode::Denied,
                               .context = {},
                               .detail = u"this is no token that counts here"_s,
                               .field = u"token"_s};
        }
        CHECK(record(transaction, {.by = {owner->as, from},
                                   .action = u"login"_s,
                                   .subject = owner->record.id,
                                   .detail = owner->record.name}));
        return owner->as;
    });
}

QFuture<Result<bool>> Operators::hasToken(QString name) const
{
    return m_desk.read([name](Transaction &transaction) -> Result<bool> {
        TRY(const QList<TokenRecord> tokens, OperatorTable(transaction.db()).tokens());
        return std::any_of(tokens.begin(), tokens.end(), [&](const TokenRecord &one) {
            return one.operatorName == name && !one.revokedAt &&
                   !(one.expiresAt && *one.expiresAt <= transaction.now());
        });
    });
}

QFuture<Result<void>> Operators::noteDesk(QString action, domain::Actor by)
{
    return m_desk.write([action, by](Transaction &transaction) -> Result<void> {
        return recordAbout(transaction, by, action, u"desk"_s, {});
    });
}

QFuture<Result<std::optional<TokenOwner>>> Operators::owner(QString id, QString desk) const
{
    return m_desk.read([id, desk](Transaction &transaction) { return ownerOf(transaction, id, desk); });
}

} // namespace store
