// SPDX-License-Identifier: Apache-2.0
#include "models/audit/auditmodel.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "models/roles.h"
#include "models/times.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr base::Millis gather{200};
constexpr const char *context = "models::AuditActions";

const QHash<QString, const char *> &actionWords()
{
    static const QHash<QString, const char *> words{
        {u"create"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Created")},
        {u"edit"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Edited")},
        {u"delete"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Deleted")},
        {u"restore"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Restored")},
        {u"pause"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Paused")},
        {u"resume"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Resumed")},
        {u"release"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Released")},
        {u"dismiss"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Dismissed")},
        {u"acknowledge"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Took note")},
        {u"unacknowledge"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Took the note back")},
        {u"clear_queue"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Emptied the queue")},
        {u"run"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Asked for a run")},
        {u"cancel"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Cancelled a run")},
        {u"break_glass"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Broke the glass")},
        {u"use"_s, QT_TRANSLATE_NOOP("models::AuditActions", "A run got a secret")},
        {u"login"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Took the desk")},
        {u"lock"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Locked the desk")},
        {u"unlock"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Unlocked the desk")},
        {u"set_setting"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Changed a setting")},
        {u"create_window"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Made a window")},
        {u"edit_window"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Changed a window")},
        {u"delete_window"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Deleted a window")},
        {u"restore_window"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Restored a window")},
        {u"activate"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Opened a window")},
        {u"deactivate"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Closed a window")},
        {u"extend"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Extended a window")},
        {u"subscribe"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Subscribed to a calendar")},
        {u"edit_calendar"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Changed a calendar")},
        {u"unsubscribe"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Removed a calendar")},
        {u"read_calendar"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Read a calendar")},
        {u"rotate_webhook"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Gave a webhook a new token")},
        {u"replay_delivery"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Did a delivery again")},
        {u"set"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Set a secret")},
        {u"sweep"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Removed what was kept long enough")},
        {u"notice_lost"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Gave a notice up")},
        {u"request_approval"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Asked for approval")},
        {u"withdraw_approval"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Request withdrawn")},
        {u"expire_approval"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Request expired")},
        {u"approve"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Approved")},
        {u"reject"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Rejected")},
        {u"add_operator"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Added an operator")},
        {u"set_role"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Changed a role")},
        {u"remove_operator"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Removed an operator")},
        {u"create_token"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Made a token")},
        {u"revoke_token"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Revoked a token")},
        {u"add_connection"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Added a connection")},
        {u"edit_connection"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Changed a connection")},
        {u"remove_connection"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Removed a connection")},
        {u"renew_credential"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Signed in anew")},
        {u"publish"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Published")},
        {u"resolve"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Resolved a conflict")},
        {u"retry_task"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Tried again to send")},
        {u"give_up_task"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Gave up sending")},
        {u"mirror"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Mirrored")},
        {u"import"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Imported")},
        {u"save_template"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Kept a template")},
        {u"delete_template"_s, QT_TRANSLATE_NOOP("models::AuditActions", "Removed a template")}};
    return words;
}

} // namespace

QString auditActionText(const QString &action)
{
    const char *word = actionWords().value(action, nullptr);
    return word ? QCoreApplication::translate(context, word) : action;
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
