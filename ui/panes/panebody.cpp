// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/panebody.h"

#include "ui/errors/errortext.h"
#include "ui/widgets/messages/banner.h"
#include "ui/widgets/messages/loadingrows.h"
#include "ui/widgets/table/tableview.h"

#include <QEvent>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

PaneBody::PaneBody(const Look &look, TableView *table, QWidget *parent)
    : QWidget(parent),
      m_table(table),
      m_trouble(new Banner(look, Banner::Form::Wide, this)),
      m_instead(new EmptyState(look, table)),
      m_loading(new LoadingRows(look, table))
{
    m_trouble->setObjectName(u"trouble"_s);
    m_trouble->hide();
    m_instead->setContent({});
    m_instead->hide();
    m_loading->hide();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(m_trouble);
    column->addWidget(table, 1);
    table->viewport()->installEventFilter(this);
    connect(m_trouble, &Banner::linkActivated, this, &PaneBody::retryWanted);
    connect(m_loading, &LoadingRows::shown, this, [this] {
        m_loading->show();
        m_loading->raise();
    });
    connect(m_loading, &LoadingRows::done, this, [this] {
        m_loading->hide();
        apply();
    });
    connect(m_instead, &EmptyState::actionTriggered, this, [this] {
        if (m_action)
            m_action();
    });
    connect(m_instead, &EmptyState::linkTriggered, this, [this] {
        m_content->sentence = m_details;
        m_content->link.clear();
        apply();
    });
}

void PaneBody::showRows()
{
    m_action = {};
    settle(std::nullopt);
}

void PaneBody::showInstead(const EmptyContent &content, const std::function<void()> &action)
{
    m_action = action;
    settle(content);
}

void PaneBody::showFailure(const QString &what, const base::Error &error)
{
    m_details = error.message();
    showInstead(failedContent(what, errorText(error)), [this] { Q_EMIT retryWanted(); });
}

void PaneBody::setTrouble(const QString &what, const std::optional<base::Error> &error)
{
    m_trouble->setVisible(error.has_value());
    m_table->setEnabled(!error);
    if (error)
        m_trouble->setContent({Family::Bad,
                               u"connection.error"_s,
                               u"%1 %2"_s.arg(what, errorText(*error)),
                               what,
                               {},
                               {{u"retry"_s, tr("Try again")}}});
}

void PaneBody::showLoading()
{
    if (m_isLoading)
        return;
    m_isLoading = true;
    m_instead->hide();
    m_loading->begin();
}

void PaneBody::settle(std::optional<EmptyContent> content)
{
    m_content = std::move(content);
    if (m_isLoading) {
        m_isLoading = false;
        m_loading->finish();
    } else if (m_loading->isHidden()) {
        apply();
    }
}

void PaneBody::apply()
{
    if (m_content)
        m_instead->setContent(*m_content);
    m_instead->setVisible(m_content.has_value());
    m_instead->raise();
    place();
}

void PaneBody::place()
{
    m_instead->setGeometry(m_table->viewport()->geometry());
    m_loading->setGeometry(m_table->viewport()->geometry());
}

bool PaneBody::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
