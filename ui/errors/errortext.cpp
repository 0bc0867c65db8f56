// SPDX-License-Identifier: Apache-2.0
#include "ui/errors/errortext.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ErrorText)

public:
    static QString sentence(base::ErrorCode code)
    {
        switch (code) {
        case base::ErrorCode::NotFound:
            return tr("That is not there any more");
        case base::ErrorCode::Conflict:
            return tr("It was changed in the meantime, or is busy");
        case base::ErrorCode::Invalid:
            return tr("Something in it is not right");
        case base::ErrorCode::Denied:
            return tr("You may not do this");
        case base::ErrorCode::Unavailable:
            return tr("Something it needs is not available now");
        case base::ErrorCode::Timeout:
            return tr("It took too long");
        case base::ErrorCode::Cancelled:
            return tr("It was taken back");
        case base::ErrorCode::Corrupt:
            return tr("What is stored is damaged");
        case base::ErrorCode::Unsupported:
            return tr("This program or this machine can't do that");
        case base::ErrorCode::Internal:
            break;
        }
        return tr("Signalbox made a mistake");
    }
    static QString withDetail(const QString &sentence, const QString &detail)
    {
        return tr("%1: %2").arg(sentence, detail);
    }
    static QString ended(const QString &sentence) { return tr("%1.").arg(sentence); }
};

} // namespace

QString errorText(const base::Error &error)
{
    const QString sentence = Words::sentence(error.code);
    return error.detail.isEmpty() ? Words::ended(sentence) : Words::withDetail(sentence, error.detail);
}

} // namespace ui
