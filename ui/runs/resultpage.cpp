// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/resultpage.h"

#include "models/times.h"
#include "ui/forms/texteditor.h"
#include "ui/panes/inspectorparts.h"
#include "ui/widgets/labels.h"

#include <QJsonDocument>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int resultLines = 14;
constexpr int previewLines = 6;

/// Indented; a lone number or text as it is written in JSON.
QString pretty(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson()).trimmed();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson()).trimmed();
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

/// A digest has no place where a line could break, and an inspector is narrow.
QString inTwoLines(const QString &digest)
{
    const qsizetype half = (digest.size() + 1) / 2;
    return digest.first(half) + u'\n' + digest.sliced(half);
}

TextLabel *selectable(const Look &look, TypeRole role, Colour ink, const QString &text)
{
    auto *label = new TextLabel(look, {role, ink});
    label->setText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ResultPage::ResultPage(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_none(new TextLabel(look, {TypeRole::Body, Colour::TextSecondary})),
      m_errorHead(new PairLine(look, PairLine::Form::Heading)),
      m_error(selectable(look, TypeRole::Mono, Colour::TextPrimary, {})),
      m_resultHead(new PairLine(look, PairLine::Form::Heading)),
      m_result(new TextEditor(look, TypeRole::Mono, resultLines)),
      m_artifactsHead(new PairLine(look, PairLine::Form::Heading)),
      m_artifacts(new QVBoxLayout)
{
    m_none->setText(tr("This run answered nothing and left no files."));
    m_none->setWordWrap(true);
    m_error->setObjectName(u"runError"_s);
    m_error->setAccessibleName(tr("What went wrong"));
    m_result->setObjectName(u"runResult"_s);
    m_result->setAccessibleName(tr("Result"));
    m_result->setReadOnly(true);
    m_result->setTabChangesFocus(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 16);
    column->setSpacing(8);
    for (QWidget *part : {static_cast<QWidget *>(m_none), static_cast<QWidget *>(m_errorHead),
                          static_cast<QWidget *>(m_error), static_cast<QWidget *>(m_resultHead),
                          static_cast<QWidget *>(m_result), static_cast<QWidget *>(m_artifactsHead)})
        column->addWidget(part);
    column->addLayout(m_artifacts);
    column->addStretch(1);
}

void ResultPage::setRun(const domain::Run &run)
{
    const bool failed = !run.errorMessage.isEmpty();
    const bool answered = !run.result.isUndefined();
    m_none->setVisible(!failed && !answered && run.artifacts.isEmpty());
    m_errorHead->setTexts(failed ? tr("What went wrong") : QString(), {});
    m_errorHead->setVisible(failed);
    m_error->setText(run.errorMessage);
    m_error->setVisible(failed);
    const QString text = answered ? pretty(run.result) : QString();
    m_resultHead->setTexts(answered ? tr("Result") : QString(),
                           answered ? models::sizeText(text.toUtf8().size()) : QString());
    m_resultHead->setVisible(answered);
    if (m_result->toPlainText() != text)
        m_result->showText(text);
    m_result->setVisible(answered);
    showArtifacts(run.artifacts);
}

void ResultPage::showArtifacts(const QJsonArray &artifacts)
{
    m_artifactsHead->setTexts(artifacts.isEmpty() ? QString() : tr("Artifacts"), {});
    m_artifactsHead->setVisible(!artifacts.isEmpty());
    if (m_shown == artifacts)
        return; // a selection in them stays
    m_shown = artifacts;
    while (QLayoutItem *item = m_artifacts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QJsonValue value : artifacts) {
        const QJsonObject artifact = value.toObject();
        if (artifact.contains(u"omitted"_s)) {
            m_artifacts->addWidget(
                selectable(m_look, TypeRole::Caption, Colour::TextSecondary,
                           tr("and %n more that were not looked at", nullptr, artifact.value(u"omitted"_s).toInt())));
            continue;
        }
        auto *head = new PairLine(m_look, PairLine::Form::Foot);
        head->setTexts(artifact.value(u"name"_s).toString(), models::sizeText(artifact.value(u"bytes"_s).toInteger()));
        head->setToolTip(artifact.value(u"path"_s).toString().toHtmlEscaped());
        m_artifacts->addWidget(head);
        const QString hash = artifact.value(u"sha256"_s).toString();
        m_artifacts->addWidget(
            hash.isEmpty()
                ? selectable(m_look, TypeRole::Caption, Colour::TextSecondary, tr("too large for a digest"))
                : selectable(m_look, TypeRole::Mono, Colour::TextSecondary, u"SHA-256\n"_s + inTwoLines(hash)));
        const QString preview = artifact.value(u"preview"_s).toString();
        if (!preview.isEmpty())
            m_artifacts->addWidget(selectable(m_look, TypeRole::Mono, Colour::TextPrimary,
                                              preview.split(u'\n').mid(0, previewLines).join(u'\n').trimmed()));
    }
}

} // namespace ui
