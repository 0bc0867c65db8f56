// SPDX-License-Identifier: Apache-2.0
// Words that are coloured in every log of the workspace: one colour a word, from a few. They are saved views of the
// pane `log.words`, so that everyone who works on the store sees the same.
#pragma once

#include "ui/shell/context.h"
#include "ui/widgets/log/logpainter.h"

class QMenu;

namespace ui {

class WordLabels : public QObject
{
    Q_OBJECT

public:
    /// Begins to read; changed() tells.
    explicit WordLabels(const Context &context, QObject *parent = nullptr);

    const QList<WordLabel> &labels() const { return m_labels; }
    /// The colours for a word, and the way to take its colour away. `word` is what was selected, perhaps nothing.
    void fillMenu(QMenu &menu, const QString &word);

Q_SIGNALS:
    void changed();
    void failed(const base::Error &error);

private:
    void read();
    void colour(const QString &word, const QString &key);
    void remove(const QString &word);

    Context m_context;
    QList<WordLabel> m_labels;
    QHash<QString, qint64> m_ids; ///< By word.
};

} // namespace ui
