// SPDX-License-Identifier: Apache-2.0
#include "ui/log/out/saverow.h"

#include "models/times.h"
#include "ui/widgets/labels.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

SaveRow::SaveRow(const Look &look, QWidget *parent)
    : QWidget(parent), m_text(new TextLabel(look, {TypeRole::Caption, Colour::TextSecondary})), m_bar(new QProgressBar)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(8);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Saving the log"));
    auto *stop = new QPushButton(tr("Cancel"));
    stop->setObjectName(u"cancelSave"_s);
    stop->setProperty("small", true);
    connect(stop, &QPushButton::clicked, this, [this] {
        if (m_saver)
            m_saver->cancel();
    });
    row->addWidget(m_text);
    row->addWidget(m_bar, 1);
    row->addWidget(stop);
    hide();
}

void SaveRow::begin(store::Logs &logs, const SaveRequest &request, const QString &path)
{
    m_saver = new LogSaver(logs, request, this);
    connect(m_saver, &LogSaver::progressed, this, &SaveRow::showProgress);
    connect(m_saver, &LogSaver::saved, this, [this, path](qint64 bytes) {
        end();
        Q_EMIT said(tr("Log saved: %1, %2").arg(QFileInfo(path).fileName(), models::sizeText(bytes)));
    });
    connect(m_saver, &LogSaver::failed, this, [this](const base::Error &error) {
        end();
        Q_EMIT failed(error);
    });
    connect(m_saver, &LogSaver::cancelled, this, [this] {
        end();
        Q_EMIT said(tr("The log was not saved"));
    });
    m_saver->start();
}

void SaveRow::showProgress(qint64 lines, qint64 of)
{
    m_text->setText(tr("Saving the log, %1 of %2 lines").arg(models::numberText(lines), models::numberText(of)));
    m_bar->setValue(of > 0 ? int(lines * 100 / of) : 0);
    show();
}

void SaveRow::end()
{
    hide();
    m_saver->deleteLater();
    m_saver.clear();
}

} // namespace ui
