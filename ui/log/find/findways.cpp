// SPDX-License-Identifier: Apache-2.0
#include "ui/log/find/findways.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

FindWays::FindWays(QWidget *parent)
    : QWidget(parent),
      m_row(new QHBoxLayout(this)),
      m_case(add("findCase", u"Aa"_s, tr("Upper and lower case are different"))),
      m_words(add("findWords", u"\u201cw\u201d"_s, tr("Whole words only"))),
      m_regex(add("findRegex", u".*"_s, tr("Regular expression"))),
      m_several(add("findSeveral", u"a b"_s,
                    tr("Several terms: words, or \u201ctext in quotes\u201d; with ! before it, a term must not be "
                       "there"))),
      m_any(add("findAny", tr("any"), tr("One of the terms is enough")))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(4);
    m_any->hide();
    connect(m_several, &QToolButton::toggled, m_any, &QWidget::setVisible);
}

QToolButton *FindWays::add(const char *name, const QString &text, const QString &what)
{
    auto *way = new QToolButton;
    way->setObjectName(QLatin1StringView(name));
    way->setProperty("small", true);
    way->setText(text);
    way->setToolTip(what);
    way->setAccessibleName(what);
    way->setCheckable(true);
    connect(way, &QToolButton::toggled, this, &FindWays::changed);
    m_row->addWidget(way);
    return way;
}

FindState FindWays::state() const
{
    return {.text = {},
            .letters = m_case->isChecked(),
            .words = m_words->isChecked(),
            .regex = m_regex->isChecked(),
            .several = m_several->isChecked(),
            .any = m_any->isChecked()};
}

void FindWays::setState(const FindState &state)
{
    {
        const QSignalBlocker quiet(this);
        m_case->setChecked(state.letters);
        m_words->setChecked(state.words);
        m_regex->setChecked(state.regex);
        m_several->setChecked(state.several);
        m_any->setChecked(state.any);
    }
    Q_EMIT changed();
}

} // namespace ui
