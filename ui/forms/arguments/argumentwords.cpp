// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/arguments/argumentwords.h"

#include "app/domain/input/arguments.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct ArgumentWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::ArgumentWords)
};

} // namespace

QStringList argumentKindTexts()
{
    return {ArgumentWords::tr("fixed"),  ArgumentWords::tr("text"), ArgumentWords::tr("choice"),
            ArgumentWords::tr("secret"), ArgumentWords::tr("day"),  ArgumentWords::tr("file")};
}

QString argumentKindText(const QString &kind)
{
    const qsizetype index = domain::argumentKindWords().indexOf(kind);
    return index < 0 ? kind : argumentKindTexts().value(index);
}

} // namespace ui
