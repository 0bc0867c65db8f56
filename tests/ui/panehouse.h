// SPDX-License-Identifier: Apache-2.0
// What a pane needs to live in a test: a real store, prompts that answer by themselves, a desk in a folder of its own.
#pragma once

#include "tests/models/workspace.h"
#include "tests/ui/shots.h"
#include "ui/seat/seat.h"
#include "ui/shell/context.h"
#include "ui/shell/pane.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/prompts.h"

#include <QHBoxLayout>
#include <QSettings>
#include <QTableView>

namespace test {

class AnsweringPrompts final : public ui::Prompts
{
public:
    int answer = 0;
    QList<ui::Question> asked;

    void ask(QWidget *, const ui::Question &question, const std::function<void(int)> &answered) override
    {
        asked.append(question);
        answered(answer);
    }
    QString text; ///< The answer to the next question for one; null is none.
    QList<ui::TextQuestion> askedForText;

    void askText(QWidget *, const ui::TextQuestion &question,
                 const std::function<void(const QString &)> &answered) override
    {
        askedForText.append(question);
        if (!text.isNull())
            answered(text);
    }
};

class PaneHouse
{
public:
    Workspace workspace;
    AnsweringPrompts prompts;
    QTemporaryDir folder;
    QSettings desk{folder.filePath(QStringLiteral("desk.ini")), QSettings::IniFormat};
    ui::Seat seat{workspace.store(), QStringLiteral("tester"), desk, workspace.clock};
    ui::Context context{.store = workspace.store(),
                        .catalog = workspace.catalog,
                        .clock = workspace.clock,
                        .look = look(),
                        .prompts = prompts,
                        .desk = desk,
                        .seat = seat,
                        .checkMachine = {}};
};

/// An inspector may be made once it is painted; here it may stand nowhere.
inline void paintInspector(ui::Pane &pane)
{
    if (pane.inspector()) {
        pane.inspector()->grab();
        QCoreApplication::processEvents();
    }
}

/// A pane and, where there is room, its inspector beside it, as the window has them; gives both back before it goes.
class Sheet : public QWidget
{
public:
    explicit Sheet(ui::Pane &pane, QSize size = {1200, 700}) : m_pane(pane)
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        row->addWidget(&pane, 1);
        if (size.width() >= 1000) {
            row->addWidget(new ui::Hairline(look(), Qt::Vertical));
            pane.inspector()->setFixedWidth(340);
            row->addWidget(pane.inspector());
            pane.inspector()->show();
        }
        resize(size);
        show();
        activateWindow();
        paintInspector(pane);
    }
    ~Sheet() override
    {
        hide();
        m_pane.inspector()->setParent(&m_pane);
        m_pane.setParent(nullptr);
    }
    Q_DISABLE_COPY_MOVE(Sheet)

private:
    ui::Pane &m_pane;
};

/// Shown, active, with the focus in the table.
inline QTableView *open(ui::Pane &pane, QSize size = {1200, 700})
{
    pane.resize(size);
    pane.show();
    pane.activateWindow();
    auto *table = pane.findChild<QTableView *>(pane.key() + QStringLiteral("Table"));
    if (!table || !QTest::qWaitForWindowActive(&pane))
        qFatal("the pane does not open");
    paintInspector(pane);
    table->setFocus();
    return table;
}

inline QStringList columnTexts(const QTableView &table, int column)
{
    QStringList texts;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        texts.append(table.model()->index(row, column).data().toString());
    return texts;
}

inline QString currentText(const QTableView &table)
{
    const QModelIndexList rows = table.selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.constFirst().data().toString();
}

inline QString textOf(const QObject &root, const QString &name)
{
    const QObject *part = root.findChild<QObject *>(name);
    return part ? part->property("text").toString() : QString();
}

} // namespace test
