// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/zonecombo.h"

#include <QCompleter>
#include <QLineEdit>
#include <QTimeZone>

namespace ui {

using namespace Qt::StringLiterals;

ZoneCombo::ZoneCombo(QWidget *parent) : QComboBox(parent)
{
    setObjectName(u"field:timezone"_s);
    setEditable(true);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setInsertPolicy(QComboBox::NoInsert);
    const QByteArray here = QTimeZone::systemTimeZoneId();
    addItem(tr("System, %1").arg(QString::fromLatin1(here)), QString());
    const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : zones)
        if (!zone.startsWith("UTC+") && !zone.startsWith("UTC-")) // Qt's own names, which have no zone file.
            addItem(zone == here ? tr("%1 (this computer)").arg(QString::fromLatin1(zone)) : QString::fromLatin1(zone),
                    QString::fromLatin1(zone));
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    connect(lineEdit(), &QLineEdit::textEdited, this, &ZoneCombo::edited);
    connect(this, &QComboBox::activated, this, &ZoneCombo::edited);
    connect(completer(), qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &text) {
        setCurrentIndex(findText(text));
        Q_EMIT edited();
    });
}

QString ZoneCombo::zone() const
{
    const QString text = currentText().trimmed();
    int index = findText(text, Qt::MatchFixedString);
    if (index < 0)
        index = findData(text, Qt::UserRole, Qt::MatchFixedString);
    return index >= 0 ? itemData(index).toString() : text;
}

void ZoneCombo::setZone(const QString &zone)
{
    const QSignalBlocker quiet(this);
    const int index = findData(zone);
    setCurrentIndex(index);
    if (index < 0)
        setEditText(zone);
}

} // namespace ui
