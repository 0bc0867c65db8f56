// SPDX-License-Identifier: Apache-2.0
#include "ui/templates/templatepage.h"

#include "app/base/answer.h"
#include "app/domain/croninwords.h"
#include "app/store/store.h"
#include "ui/errors/errortext.h"
#include "ui/forms/formrow.h"
#include "ui/panes/inspectorframe.h"
#include "ui/panes/inspectorparts.h"
#include "ui/seat/seat.h"
#include "ui/templates/templatelist.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

TextLabel *paragraph(const Look &look, TextLabel::Style style, const char *name)
{
    auto *label = new TextLabel(look, style);
    label->setObjectName(QLatin1StringView(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString valueOf(const QWidget &field)
{
    if (const auto *choice = qobject_cast<const QComboBox *>(&field))
        return choice->currentText();
    const auto *line = qobject_cast<const QLineEdit *>(&field);
    return line ? line->text() : QString();
}

/// What it runs, as a person reads it; code as the number of its characters.
QString previewOf(const domain::Automation &automation)
{
    QJsonObject params = automation.params;
    const QString script = params.take("script"_L1).toString(params.value("command"_L1).toString());
    if (const QString code = params.value("code"_L1).toString(); !code.isEmpty())
        params.insert("code"_L1, TemplatePage::tr("%n bytes as a zip file", nullptr, int(code.size() * 3 / 4)));
    if (!script.isEmpty())
        return script.trimmed();
    return QString::fromUtf8(QJsonDocument(params).toJson(QJsonDocument::Indented)).trimmed();
}

/// What comes along with the automation.
QString alongOf(const domain::MaintenanceWindow &window)
{
    const base::Result<domain::Cron> cron = domain::Cron::parse(window.recurring);
    const int minutes = int(std::chrono::duration_cast<std::chrono::minutes>(window.length()).count());
    const QString when = cron ? domain::explain(*cron, QLocale()) : domain::wallText(window.start);
    const QString sentence =
        TemplatePage::tr("A maintenance window comes along, “%1”, of %n minutes: %2.", nullptr, minutes)
            .arg(window.name, when);
    return window.reason.isEmpty() ? sentence : sentence + u' ' + templateText(window.reason);
}

} // namespace

TemplatePage::TemplatePage(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_description(paragraph(context.look, {TypeRole::Body, Colour::TextPrimary}, "templateDescription")),
      m_needs(paragraph(context.look, {TypeRole::Body, Colour::TextSecondary}, "templateNeeds")),
      m_fields(new QVBoxLayout),
      m_make(new QPushButton(tr("Make the automation"))),
      m_along(paragraph(context.look, {TypeRole::Body, Colour::TextPrimary}, "templateWindow")),
      m_preview(paragraph(context.look, {TypeRole::Mono, Colour::TextPrimary}, "templatePreview"))
{
    m_make->setObjectName(u"makeFromTemplate"_s);
    m_make->setDefault(true);
    auto *preview = new PairLine(context.look, PairLine::Form::Heading);
    preview->setTexts(tr("What it runs"), {});
    QVBoxLayout *column = InspectorFrame::columnOf(this, 8);
    column->addWidget(m_description);
    column->addWidget(m_needs);
    m_fields->setSpacing(8);
    column->addLayout(m_fields);
    column->addWidget(m_make, 0, Qt::AlignLeft);
    column->addWidget(m_along);
    column->addWidget(preview);
    column->addWidget(m_preview);
    column->addStretch(1);
    connect(m_make, &QPushButton::clicked, this, &TemplatePage::make);
    connect(&context.seat, &Seat::changed, this, [this] {
        if (m_name)
            showPreview();
    });
}

void TemplatePage::setTemplate(const bundles::Template &one)
{
    m_template = one;
    m_description->setText(one.builtIn ? templateText(one.description) : one.description);
    m_needs->setText(tr("Needs: %1").arg(one.needs.join(u", "_s)));
    m_needs->setVisible(!one.needs.isEmpty());
    buildFields();
    showPreview();
}

void TemplatePage::buildFields()
{
    while (QLayoutItem *item = m_fields->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows.clear();
    m_name = new QLineEdit(m_template.builtIn ? templateText(m_template.name) : m_template.name);
    m_name->setObjectName(u"templateName"_s);
    nameField(*m_name, tr("Name"));
    m_nameRow = new FormRow(m_context.look,
                            {.label = tr("&Name"), .help = {}, .field = m_name, .place = FormRow::LabelPlace::Above});
    m_fields->addWidget(m_nameRow);
    for (const bundles::TemplateField &field : std::as_const(m_template.fields)) {
        auto *row = new FormRow(m_context.look, {.label = templateText(field.label),
                                                 .help = field.help.isEmpty() ? QString() : templateText(field.help),
                                                 .field = fieldFor(field),
                                                 .place = FormRow::LabelPlace::Above});
        m_rows.insert(field.name, row);
        m_fields->addWidget(row);
    }
}

QWidget *TemplatePage::fieldFor(const bundles::TemplateField &field)
{
    QWidget *made = nullptr;
    if (field.choices.isEmpty()) {
        auto *line = new QLineEdit(field.fallback);
        connect(line, &QLineEdit::textEdited, this, &TemplatePage::showPreview);
        made = line;
    } else {
        auto *choice = new QComboBox;
        choice->addItems(field.choices);
        choice->setCurrentText(field.fallback);
        connect(choice, &QComboBox::currentTextChanged, this, &TemplatePage::showPreview);
        made = choice;
    }
    made->setObjectName(u"field_"_s + field.name);
    nameField(*made, templateText(field.label));
    return made;
}

bundles::TemplateFilling TemplatePage::filling() const
{
    bundles::TemplateFilling filling{.name = m_name->text().trimmed(), .values = {}};
    for (auto it = m_rows.begin(); it != m_rows.end(); ++it)
        filling.values.insert(it.key(), valueOf(*(*it)->field()));
    return filling;
}

/// Live: what can't be made says so beside its field.
void TemplatePage::showPreview()
{
    m_nameRow->setError({});
    for (FormRow *row : std::as_const(m_rows))
        row->setError({});
    const auto wanted = bundles::applied(m_template, filling());
    const QString whyNot = m_context.seat.whyNot(domain::Right::Edit);
    m_make->setEnabled(wanted && whyNot.isEmpty());
    m_make->setToolTip(whyNot);
    if (!wanted) {
        showError(wanted.error());
        return;
    }
    m_along->setVisible(!wanted->windows.isEmpty());
    m_along->setText(wanted->windows.isEmpty() ? QString() : alongOf(wanted->windows.first()));
    m_preview->setText(previewOf(wanted->automations.last()));
}

void TemplatePage::showError(const base::Error &error)
{
    for (const bundles::TemplateField &field : std::as_const(m_template.fields)) {
        const QStringList places = field.into.split(u' ');
        const bool here = std::any_of(places.begin(), places.end(), [&error](const QString &place) {
            return error.field.endsWith(place.section(u':', -1));
        });
        if (error.field == u"values."_s + field.name || here) {
            m_rows.value(field.name)->setError(fieldErrorText(error));
            return;
        }
    }
    m_nameRow->setError(errorText(error));
}

void TemplatePage::make()
{
    const auto wanted = bundles::applied(m_template, filling());
    if (!wanted) {
        showError(wanted.error());
        return;
    }
    m_make->setEnabled(false);
    base::onAnswer(this, m_context.store.templates().make(*wanted, m_context.seat.by()),
                   [this](const base::Result<store::OfTemplate> &created) {
                       m_make->setEnabled(true);
                       if (created)
                           Q_EMIT made(*created);
                       else
                           Q_EMIT failed(created.error());
                   });
}

} // namespace ui
