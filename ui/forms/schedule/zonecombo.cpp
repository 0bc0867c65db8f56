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
    addItem(tr("System, %1").arg(QString::fromLatin1(QTimeZone::systemTimeZoneId())), QString());
    const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : zones)
        if (!zone.startsWith("UTC+") && !zone.startsWith("UTC-")) // Qt's own names, which have no zone file.
            addItem(QString::fromLatin1(zone), QString::fromLatin1(zone));
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
    const int index = findText(text, Qt::MatchFixedString);
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
