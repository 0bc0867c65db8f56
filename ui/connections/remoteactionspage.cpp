// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/remoteactionspage.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/connections/connectionverbs.h"
#include "ui/connections/validitylabel.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/texteditor.h"
#include "ui/seat/seat.h"
#include "ui/widgets/labels.h"

#include <QDir>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int answerLines = 12;

QString answerText(const QJsonValue &answer)
{
    if (answer.isObject())
        return QString::fromUtf8(QJsonDocument(answer.toObject()).toJson()).trimmed();
    if (answer.isArray())
        return QString::fromUtf8(QJsonDocument(answer.toArray()).toJson()).trimmed();
    return answer.toVariant().toString();
}

/// What lives there is chosen by name instead of by the id that it has there.
void offerAutomations(FieldForm::Plan &form, const base::ConnectionId &home, QList<domain::Automation> all)
{
    all.removeIf([&home](const domain::Automation &one) { return one.connectionId != home || one.remoteId.isEmpty(); });
    std::sort(all.begin(), all.end(), [](const domain::Automation &a, const domain::Automation &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    if (all.isEmpty())
        return;
    domain::FieldSpec &which = form.fields.first();
    QStringList &words = form.dresses[which.name].choiceWords;
    which.type = domain::FieldType::Choice;
    for (const domain::Automation &one : std::as_const(all)) {
        which.choices.append(one.remoteId);
        words.append(words.contains(one.name) ? u"%1 · %2"_s.arg(one.name, one.remoteId) : one.name);
    }
}

/// Its first field is which automation comes home.
EntryDialog::Plan homecomingPlan(const domain::RemoteAction &action, const base::ConnectionId &home,
                                 const QList<domain::Automation> &all)
{
    const QString label = catalogText(action.label);
    EntryDialog::Plan plan{.title = label, .verb = label, .form = {.fields = action.fields}};
    offerAutomations(plan.form, home, all);
    return plan;
}

/// The list of actions may be longer than the page.
void bringIntoView(QWidget &part)
{
    for (QWidget *above = part.parentWidget(); above; above = above->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(above))
            scroll->ensureWidgetVisible(&part);
    }
}

} // namespace

RemoteActionsPage::RemoteActionsPage(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_column(new QVBoxLayout(this)),
      m_answerHead(new TextLabel(context.look, {TypeRole::Strong, Colour::TextSecondary})),
      m_validity(new ValidityLabel(context.look, context.clock)),
      m_answer(new TextEditor(context.look, TypeRole::Mono, answerLines)),
      m_save(new QPushButton(tr("Save as…")))
{
    m_column->setContentsMargins(24, 16, 24, 24);
    m_column->setSpacing(12);
    m_answer->setObjectName(u"remoteAnswer"_s);
    m_answer->setAccessibleName(tr("Answer"));
    m_answer->setReadOnly(true);
    m_answer->setTabChangesFocus(true);
    m_column->addWidget(m_answerHead);
    m_validity->setObjectName(u"remoteValidity"_s);
    m_column->addWidget(m_validity);
    m_column->addWidget(m_answer);
    m_save->setObjectName(u"saveAnswer"_s);
    m_column->addWidget(m_save, 0, Qt::AlignLeft);
    m_column->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &RemoteActionsPage::chooseFile);
    hideAnswer();
}

void RemoteActionsPage::hideAnswer()
{
    m_answerHead->hide();
    m_answer->hide();
    m_save->hide();
    m_file = {};
    m_validity->countDownTo(std::nullopt);
}

void RemoteActionsPage::setConnection(const domain::Connection &connection)
{
    const bool other = connection.id != m_connection.id;
    m_connection = connection;
    if (!other)
        return;
    hideAnswer();
    delete m_list;
    m_list = new QWidget;
    auto *rows = new QVBoxLayout(m_list);
    rows->setSpacing(12);
    m_column->insertWidget(0, m_list);
    const domain::ProviderInfo *info = m_context.catalog.provider(connection.provider);
    for (const domain::RemoteAction &action : info ? info->actions : QList<domain::RemoteAction>())
        addAction(action);
}

void RemoteActionsPage::addAction(const domain::RemoteAction &action)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *button = new QPushButton(catalogText(action.label) + (action.fields.isEmpty() ? QString() : u"…"_s));
    button->setObjectName(u"act-"_s + action.name);
    button->setMinimumWidth(160);
    auto *help = new TextLabel(m_context.look, {TypeRole::Body, Colour::TextSecondary});
    help->setText(catalogText(action.help));
    help->setWordWrap(true);
    row->addWidget(button);
    row->addWidget(help, 1);
    static_cast<QVBoxLayout *>(m_list->layout())->addLayout(row);
    if (m_context.remote.act) {
        m_context.seat.guard(action.right(), button);
        connect(button, &QPushButton::clicked, this, [this, action] { ask(action); });
    } else {
        button->setEnabled(false);
        button->setToolTip(noSyncText());
    }
}

void RemoteActionsPage::ask(const domain::RemoteAction &action)
{
    if (action.fields.isEmpty())
        return act(action, {});
    if (!action.comesHome)
        return askFor(action,
                      {.title = catalogText(action.label), .verb = tr("Send"), .form = {.fields = action.fields}});
    base::onAnswer(this, m_context.store.automations().list(),
                   [this, action, id = m_connection.id](const base::Result<QList<domain::Automation>> &all) {
                       if (id == m_connection.id)
                           askFor(action, homecomingPlan(action, id, all.value_or(QList<domain::Automation>())));
                   });
}

void RemoteActionsPage::askFor(const domain::RemoteAction &action, const EntryDialog::Plan &plan)
{
    auto *dialog = new EntryDialog(m_context.look, plan, this);
    connect(dialog, &EntryDialog::handedOver, this, [this, dialog, action](const QJsonObject &values) {
        if (const base::Status fit = domain::checkFields(action.fields, values); !fit)
            return dialog->refuse(fit.error());
        dialog->take();
        act(action, values);
    });
    dialog->open();
}

void RemoteActionsPage::act(const domain::RemoteAction &action, const QJsonObject &fields)
{
    base::onAnswer(this, m_context.remote.act(m_connection.id, action.name, fields, m_context.seat.by()),
                   [this, action, id = m_connection.id](const base::Result<QJsonValue> &answer) {
                       if (!answer)
                           Q_EMIT failed(answer.error());
                       else if (action.comesHome)
                           showHome(*answer);
                       else if (id == m_connection.id)
                           showAnswer(action, *answer);
                   });
}

void RemoteActionsPage::showHome(const QJsonValue &made)
{
    Q_EMIT said(tr("“%1” is an automation of this machine now, paused").arg(made["name"_L1].toString()));
    Q_EMIT automationWanted(base::AutomationId(made["id"_L1].toString()));
}

void RemoteActionsPage::showAnswer(const domain::RemoteAction &action, const QJsonValue &answer)
{
    const base::Result<domain::AnswerFile> file = domain::fileOf(action.name, answer);
    if (!file)
        return Q_EMIT failed(file.error());
    m_file = *file;
    QJsonObject readable = answer.toObject();
    readable.remove(m_file.hiddenIn);
    const QString text = answerText(m_file.hiddenIn.isEmpty() ? answer : QJsonValue(readable));
    m_answerHead->setText(tr("%1: what “%2” answered").arg(catalogText(action.label), m_connection.name));
    m_answer->showText(text.isEmpty() ? tr("Done; there was nothing to say.") : text);
    m_validity->countDownTo(base::parseIso(answer["expires_at"_L1].toString()));
    m_answerHead->show();
    m_answer->show();
    m_save->setVisible(!text.isEmpty());
    QTimer::singleShot(0, this, [this] {
        bringIntoView(m_save->isHidden() ? static_cast<QWidget &>(*m_answer) : *m_save);
    }); // once they have their place
}

void RemoteActionsPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the answer"));
    dialog->setObjectName(u"chooseAnswerFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QDir::home());
    dialog->selectFile(m_file.name);
    connect(dialog, &QFileDialog::fileSelected, this, &RemoteActionsPage::saveTo);
    dialog->open();
}

/// Under another name until it is whole.
void RemoteActionsPage::saveTo(const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_file.bytes) != m_file.bytes.size() || !file.commit())
        return Q_EMIT failed(base::unavailable(u"writing %1"_s.arg(path), file.errorString()));
    m_answerHead->setText(tr("Saved as %1, %L2 bytes").arg(QDir::toNativeSeparators(path)).arg(m_file.bytes.size()));
}

} // namespace ui
