// SPDX-License-Identifier: Apache-2.0
#include "models/audit/auditmodel.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "models/roles.h"
#include "models/times.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr base::Millis gather{200};
constexpr const char *context = "models::AuditActions";

struct ActionWord
{
    QLatin1StringView action;
    const char *text;
};

constexpr ActionWord actionWords[] = {
    {"create"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Created")},
    {"edit"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Edited")},
    {"delete"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Deleted")},
    {"restore"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Restored")},
    {"pause"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Paused")},
    {"resume"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Resumed")},
    {"release"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Released")},
    {"dismiss"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Dismissed")},
    {"acknowledge"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Took note")},
    {"unacknowledge"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Took the note back")},
    {"clear_queue"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Emptied the queue")},
    {"run"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Asked for a run")},
    {"cancel"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Cancelled a run")},
    {"break_glass"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Broke the glass")},
    {"use"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "A run got a secret")},
    {"login"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Took the desk")},
    {"lock"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Locked the desk")},
    {"unlock"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Unlocked the desk")},
    {"set_setting"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Changed a setting")},
    {"create_window"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Made a window")},
    {"edit_window"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Changed a window")},
    {"delete_window"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Deleted a window")},
    {"restore_window"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Restored a window")},
    {"activate"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Opened a window")},
    {"deactivate"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Closed a window")},
    {"extend"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Extended a window")},
    {"subscribe"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Subscribed to a calendar")},
    {"edit_calendar"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Changed a calendar")},
    {"unsubscribe"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Removed a calendar")},
    {"read_calendar"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Read a calendar")},
    {"rotate_webhook"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Gave a webhook a new token")},
    {"replay_delivery"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Did a delivery again")},
    {"set"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Set a secret")},
    {"sweep"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Removed what was kept long enough")},
    {"notice_lost"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Gave a notice up")},
    {"request_approval"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Asked for approval")},
    {"withdraw_approval"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Request withdrawn")},
    {"expire_approval"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Request expired")},
    {"approve"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Approved")},
    {"reject"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Rejected")},
    {"add_operator"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Added an operator")},
    {"set_role"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Changed a role")},
    {"remove_operator"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Removed an operator")},
    {"create_token"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Made a token")},
    {"revoke_token"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Revoked a token")},
    {"add_connection"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Added a connection")},
    {"edit_connection"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Changed a connection")},
    {"remove_connection"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Removed a connection")},
    {"renew_credential"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Signed in anew")},
    {"publish"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Published")},
    {"resolve"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Resolved a conflict")},
    {"retry_task"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Tried again to send")},
    {"give_up_task"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Gave up sending")},
    {"mirror"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Mirrored")},
    {"import"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Imported")},
    {"save_template"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Kept a template")},
    {"delete_template"_L1, QT_TRANSLATE_NOOP("models::AuditActions", "Removed a template")},
};

} // namespace

QString auditActionText(const QString &action)
{
    const auto found = std::find_if(std::begin(actionWords), std::end(actionWords),
                                    [&](const ActionWord &word) { return word.action == action; });
    return found == std::end(actionWords) ? action : QCoreApplication::translate(context, found->text);
}

QString auditOriginText(const QString &origin)
{
    static const QHash<QString, const char *> words{
        {u"window"_s, QT_TRANSLATE_NOOP("models::AuditActions", "window")},
        {u"command line"_s, QT_TRANSLATE_NOOP("models::AuditActions", "command line")},
        {u"local API"_s, QT_TRANSLATE_NOOP("models::AuditActions", "local API")},
        {u"webhook"_s, QT_TRANSLATE_NOOP("models::AuditActions", "webhook")},
        {QString(), QT_TRANSLATE_NOOP("models::AuditActions", "engine")}};
    if (const char *word = words.value(origin, nullptr)) {
        return QCoreApplication::translate(context, word);
    }
    const QString token = u"API token "_s;
    return origin.startsWith(token) ? QCoreApplication::translate(context, "token %1").arg(origin.sliced(token.size()))
                                    : origin;
}

AuditModel::AuditModel(store::Store &store, const base::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gather);
    connect(&m_soon, &QTimer::timeout, this, &AuditModel::readNewest);
    // Every change of a person writes a row with what it changes.
    connect(
        &m_store, &store::Store::changed, this,
        [this] {
            if (!m_soon.isActive()) {
                m_soon.start();
            }
        },
        Qt::QueuedConnection);
    reload();
}

void AuditModel::reload()
{
    ++m_generation;
    m_complete = false;
    m_fetching = true; // a view that is told of the reset asks for more at once
    beginResetModel();
    m_entries.clear();
    endResetModel();
    fetch();
}

void AuditModel::setFilter(const QString &words)
{
    if (words != m_words) {
        m_words = words;
        reload();
    }
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !m_fetching;
}

void AuditModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent)) {
        fetch();
    }
}

void AuditModel::fetch()
{
    m_fetching = true;
    store::AuditQuery query{.words = m_words, .limit = pageSize};
    if (!m_entries.isEmpty()) {
        query.before = m_entries.last().seq;
    }
    base::onAnswer(this, m_store.audit().page(query),
                   [this, generation = m_generation](const base::Result<QList<store::AuditEntry>> &page) {
                       if (generation != m_generation) {
                           return;
                       }
                       m_fetching = false;
                       if (page) {
                           take(*page);
                       } else {
                           Q_EMIT failed(page.error());
                       }
                       Q_EMIT changed();
                   });
}

void AuditModel::take(const QList<store::AuditEntry> &page)
{
    m_complete = page.size() < pageSize;
    if (!page.isEmpty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(page.size()) - 1);
        m_entries.append(page);
        endInsertRows();
    }
}

void AuditModel::readNewest()
{
    base::onAnswer(this, m_store.audit().page({.words = m_words, .limit = pageSize}),
                   [this, generation = m_generation](const base::Result<QList<store::AuditEntry>> &page) {
                       if (generation != m_generation || !page || m_fetching) {
                           return;
                       }
                       QList<store::AuditEntry> fresh = *page;
                       const qint64 newest = m_entries.isEmpty() ? 0 : m_entries.first().seq;
                       fresh.removeIf([newest](const store::AuditEntry &one) { return one.seq <= newest; });
                       if (fresh.size() == pageSize) {
                           reload(); // more than a page is new
                       } else if (!fresh.isEmpty()) {
                           beginInsertRows({}, 0, static_cast<int>(fresh.size()) - 1);
                           m_entries = fresh + m_entries;
                           endInsertRows();
                           Q_EMIT changed();
                       }
                   });
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Subject + 1;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const store::AuditEntry &entry = m_entries.at(index.row());
    if (role == KeyRole) {
        return QString::number(entry.seq);
    }
    if (role == RawRole && index.column() == When) {
        return localTime(entry.at);
    }
    if (role != Qt::DisplayRole && role != RawRole) {
        return {};
    }
    switch (index.column()) {
    case When:
        return pastExact(entry.at, m_clock.now());
    case Who:
        return entry.by.name.isEmpty() ? tr("nobody") : entry.by.name;
    case What:
        return auditActionText(entry.action);
    case Detail:
        return entry.detail;
    case From:
        return auditOriginText(entry.by.from);
    default:
        return entry.subject == "*"_L1 ? tr("everything") : entry.subject;
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    static const QStringList keys{u"when"_s, u"who"_s, u"what"_s, u"detail"_s, u"from"_s, u"subject"_s};
    const QStringList titles{tr("When"), tr("Who"), tr("What"), tr("Detail"), tr("From where"), tr("Subject")};
    return role == Qt::DisplayRole ? QVariant(titles.value(section))
           : role == KeyRole       ? QVariant(keys.value(section))
                                   : QVariant();
}

} // namespace models
