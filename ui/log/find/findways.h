// SPDX-License-Identifier: Apache-2.0
// The ways to look for words: case, whole words, expression, several terms. A button each.
#pragma once

#include "ui/log/find/findterms.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace ui {

class FindWays : public QWidget
{
    Q_OBJECT

public:
    explicit FindWays(QWidget *parent = nullptr);

    /// Its text is empty.
    FindState state() const;
    /// Told once, whatever changes.
    void setState(const FindState &state);

Q_SIGNALS:
    void changed();

private:
    QToolButton *add(const char *name, const QString &text, const QString &what);

    QHBoxLayout *m_row;
    QToolButton *m_case;
    QToolButton *m_words;
    QToolButton *m_regex;
    QToolButton *m_several;
    QToolButton *m_any;
};

} // namespace ui
