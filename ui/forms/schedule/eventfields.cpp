// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/eventfields.h"

#include "app/domain/trigger.h"
#include "ui/forms/formrow.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QPointer>
#include <QSpinBox>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldWidth = 320;
constexpr int leastSettleMs = 50;

enum class Found { Nothing, NoFolder, File, Folder };

/// Reads the disk, so not on the main thread: a network folder may take its time.
Found findAt(const QString &typed)
{
    const bool home = typed == "~"_L1 || typed.startsWith("~/"_L1);
    const QFileInfo info(QDir::cleanPath(home ? QDir::homePath() + typed.sliced(1) : typed));
    if (info.exists())
        return info.isDir() ? Found::Folder : Found::File;
    return info.dir().exists() ? Found::Nothing : Found::NoFolder;
}

QString inWords(Found found)
{
    switch (found) {
    case Found::Nothing:
        return EventFields::tr("There is nothing at this path yet; it counts when it appears.");
    case Found::NoFolder:
        return EventFields::tr("The folder around it does not exist yet; it is waited for.");
    case Found::File:
        return EventFields::tr("A file.");
    case Found::Folder:
        return EventFields::tr("A folder: what is put into it or changes in it counts, not what is deeper.");
    }
    Q_UNREACHABLE();
}

} // namespace

EventFields::EventFields(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_after(new QComboBox),
      m_on(new QComboBox),
      m_path(new QLineEdit),
      m_settle(new QSpinBox),
      m_secret(new QLineEdit),
      m_found(new TextLabel(look, {TypeRole::Body, Colour::TextSecondary}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(9);
    buildAfter();
    buildFile();
    buildWebhook();
    for (FormRow *row : rows())
        column->addWidget(row);
    auto *place = new QHBoxLayout;
    place->setContentsMargins(FormRow::labelWidth + FormRow::labelGap, 0, 0, 0);
    place->addWidget(m_found);
    column->insertLayout(column->indexOf(m_settleRow), place);
    showFor(Event::None);
}

void EventFields::buildAfter()
{
    m_after->setObjectName(u"field:automation_id"_s);
    m_after->setFixedWidth(fieldWidth);
    m_on->setObjectName(u"field:on"_s);
    m_on->addItem(tr("it is done"), u"success"_s);
    m_on->addItem(tr("it failed"), u"failure"_s);
    m_on->addItem(tr("it is over, however"), u"any"_s);
    connect(m_after, &QComboBox::activated, this, &EventFields::edited);
    connect(m_on, &QComboBox::activated, this, &EventFields::edited);
    m_afterRow = new FormRow(m_look, {tr("A&fter"),
                                      tr("One run for each run of that automation; its result fills the arguments."),
                                      m_after, nullptr});
    m_onRow = new FormRow(m_look, {tr("&When"), {}, m_on, nullptr});
}

void EventFields::buildFile()
{
    m_path->setObjectName(u"field:path"_s);
    m_path->setFont(m_look.font(TypeRole::Mono));
    m_path->setPlaceholderText(u"~/inbox"_s);
    m_settle->setObjectName(u"field:settle_ms"_s);
    m_settle->setRange(leastSettleMs, int(domain::longestSettleMs));
    m_settle->setSuffix(tr(" ms"));
    m_settle->setGroupSeparatorShown(true);
    m_settle->setMinimumWidth(150);
    m_settle->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_found->setObjectName(u"foundAtPath"_s);
    m_found->setWordWrap(true);
    connect(m_path, &QLineEdit::textEdited, this, [this] {
        lookAtPath();
        Q_EMIT edited();
    });
    connect(m_settle, &QSpinBox::valueChanged, this, &EventFields::edited);
    m_pathRow = new FormRow(m_look, {tr("Pat&h"), {}, m_path, nullptr});
    m_settleRow = new FormRow(m_look, {tr("&Rested for"),
                                       tr("Without a change for so long; what is still being written makes no run."),
                                       m_settle, nullptr});
}

void EventFields::buildWebhook()
{
    m_secret->setObjectName(u"field:hmac_secret"_s);
    m_secret->setFixedWidth(fieldWidth);
    connect(m_secret, &QLineEdit::textEdited, this, &EventFields::edited);
    m_secretRow = new FormRow(m_look, {tr("&Signed with"),
                                       tr("The name of a secret; without one, knowing the address is enough. The "
                                          "address stands in the inspector once this is saved."),
                                       m_secret, nullptr});
}

void EventFields::setFollowable(const Followable &automations)
{
    const QString chosen = m_after->currentData().toString();
    m_after->clear();
    for (const auto &[id, name] : automations)
        m_after->addItem(name, id.text());
    choose(chosen);
}

/// One that is gone, or not read yet, is kept by its id.
void EventFields::choose(const QString &automation)
{
    if (!automation.isEmpty() && m_after->findData(automation) < 0)
        m_after->addItem(automation, automation);
    m_after->setCurrentIndex(m_after->findData(automation));
}

void EventFields::setTrigger(const QJsonObject &trigger)
{
    const QSignalBlocker quiet(this);
    choose(trigger.value(u"automation_id").toString());
    m_on->setCurrentIndex(std::max(0, m_on->findData(trigger.value(u"on").toString(u"success"_s))));
    m_path->setText(trigger.value(u"path").toString());
    m_settle->setValue(trigger.value(u"settle_ms").toInt(int(domain::FileChange().settleMs)));
    m_secret->setText(trigger.value(u"hmac_secret").toString());
    lookAtPath();
}

void EventFields::showFor(Event event)
{
    m_event = event;
    m_afterRow->setVisible(event == Event::After);
    m_onRow->setVisible(event == Event::After);
    m_pathRow->setVisible(event == Event::File);
    m_settleRow->setVisible(event == Event::File);
    m_secretRow->setVisible(event == Event::Webhook);
    showFound();
    setVisible(event != Event::None);
}

QJsonObject EventFields::trigger() const
{
    if (m_event == Event::After)
        return {{u"type"_s, u"after"_s},
                {u"automation_id"_s, m_after->currentData().toString()},
                {u"on"_s, m_on->currentData().toString()}};
    if (m_event == Event::Webhook) {
        const QString secret = m_secret->text().trimmed();
        return {{u"type"_s, u"webhook"_s}, {u"hmac_secret"_s, secret.isEmpty() ? QJsonValue() : QJsonValue(secret)}};
    }
    return {{u"type"_s, u"file"_s}, {u"path"_s, m_path->text().trimmed()}, {u"settle_ms"_s, m_settle->value()}};
}

bool EventFields::setError(const base::Error &error)
{
    if (m_event == Event::None)
        return false;
    FormRow *row = m_event == Event::Webhook       ? m_secretRow
                   : error.field == "settle_ms"_L1 ? m_settleRow
                   : error.field == "on"_L1        ? m_onRow
                   : m_event == Event::After       ? m_afterRow
                                                   : m_pathRow;
    row->setError(fieldErrorText(error));
    return true;
}

void EventFields::clearErrors()
{
    for (FormRow *row : rows())
        row->setError({});
}

bool EventFields::goToError()
{
    for (const FormRow *row : rows()) {
        if (row->hasError()) {
            row->field()->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return false;
}

void EventFields::lookAtPath()
{
    const QString path = m_path->text().trimmed();
    const int look = ++m_looks;
    m_found->setText({});
    showFound();
    QThreadPool::globalInstance()->start([self = QPointer(this), path, look] {
        const Found found = findAt(path);
        QMetaObject::invokeMethod(
            qApp,
            [self, found, look] {
                if (self && self->m_looks == look) {
                    self->m_found->setText(inWords(found));
                    self->showFound();
                }
            },
            Qt::QueuedConnection);
    });
}

void EventFields::showFound()
{
    const bool rooted = m_path->text().startsWith(u'/') || m_path->text().startsWith(u'~');
    m_found->setVisible(m_event == Event::File && rooted && !m_found->text().isEmpty());
}

} // namespace ui
