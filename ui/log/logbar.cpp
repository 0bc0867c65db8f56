// SPDX-License-Identifier: Apache-2.0
#include "ui/log/logbar.h"

#include "ui/log/followchip.h"
#include "ui/look/style/kit.h"
#include "ui/widgets/labels.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int glyphSide = 14;
constexpr int glyphGap = 6;

} // namespace

LogBar::LogBar(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_row(new QHBoxLayout(this)),
      m_place(new QWidget),
      m_figures(new ElidedLabel(look, {TypeRole::Body, Colour::TextSecondary})),
      m_chip(new FollowChip(look))
{
    setObjectName(u"logBar"_s);
    setFixedHeight(look.size(Size::DockBar));
    m_row->setContentsMargins(12, 0, 8, 0);
    m_row->setSpacing(4);
    m_figures->setObjectName(u"runFigures"_s);
    m_row->addWidget(m_place);
    m_row->addSpacing(8);
    m_row->addWidget(m_figures, 1);
    m_row->addWidget(m_chip);
    m_row->addSpacing(4);
    addFinding();
    addStamps();
    addMarks();
    connect(addTool("logNews", u"diff"_s, tr("What is new since it last worked")), &QToolButton::clicked, this,
            &LogBar::newsWanted);
    addSaving();
    m_attach = addTool("attachLog", u"dock"_s, tr("Put back into the dock"));
    m_attach->hide();
    connect(m_attach, &QToolButton::clicked, this, &LogBar::attachWanted);
    addVerbs();
}

QToolButton *LogBar::addTool(const char *name, const QString &icon, const QString &text)
{
    auto *tool = new QToolButton;
    tool->setObjectName(QLatin1StringView(name));
    tool->setProperty("small", true);
    tool->setIcon(m_look.icons().icon(icon));
    tool->setToolTip(text);
    tool->setAccessibleName(text);
    m_row->addWidget(tool);
    return tool;
}

void LogBar::addFinding()
{
    m_find = addTool("findInLog", u"search"_s, tr("Find (Ctrl+F)"));
    m_find->setCheckable(true);
    connect(m_find, &QToolButton::clicked, this, &LogBar::findWanted);
    QToolButton *go = addTool("goInLog", u"next"_s, tr("Go to\u2026"));
    go->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(go);
    connect(menu->addAction(tr("Line or time\u2026\tCtrl+G")), &QAction::triggered, this, &LogBar::goToWanted);
    connect(menu->addAction(tr("Next error or warning\tF8")), &QAction::triggered, this,
            [this] { Q_EMIT problemWanted(true); });
    connect(menu->addAction(tr("Previous error or warning\tShift+F8")), &QAction::triggered, this,
            [this] { Q_EMIT problemWanted(false); });
    go->setMenu(menu);
}

void LogBar::addStamps()
{
    m_stampsTool = addTool("stamps", u"clock"_s, tr("Time stamps"));
    m_stampsTool->setPopupMode(QToolButton::InstantPopup);
    m_stampsTool->setCheckable(true);
    auto *menu = new QMenu(m_stampsTool);
    m_stamps = new QActionGroup(this);
    const std::pair<LogStamps, QString> choices[] = {{LogStamps::Absolute, tr("Time of day")},
                                                     {LogStamps::Relative, tr("Since the start")},
                                                     {LogStamps::Delta, tr("Since the line before")},
                                                     {LogStamps::Off, tr("No time stamps")}};
    for (const auto &[stamps, text] : choices) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(int(stamps));
        m_stamps->addAction(action);
    }
    connect(m_stamps, &QActionGroup::triggered, this, [this](const QAction *action) {
        const auto stamps = LogStamps(action->data().toInt());
        setStamps(stamps);
        Q_EMIT stampsChosen(stamps);
    });
    m_stampsTool->setMenu(menu);
    setStamps(LogStamps::Absolute);
}

void LogBar::addMarks()
{
    m_wrap = addTool("wrapLog", u"wrap"_s, tr("Wrap long lines"));
    m_wrap->setCheckable(true);
    connect(m_wrap, &QToolButton::clicked, this,
            [this](bool on) { Q_EMIT wrapChosen(on ? LogWrap::On : LogWrap::Off); });
    QToolButton *marks = addTool("logMarks", u"bookmark"_s, tr("Marks"));
    marks->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(marks);
    const std::pair<MarkVerb, QString> verbs[] = {{MarkVerb::Toggle, tr("Mark this line or not\tCtrl+B")},
                                                  {MarkVerb::Note, tr("Note on this line\u2026\tCtrl+Shift+B")},
                                                  {MarkVerb::Next, tr("Next mark\tF2")},
                                                  {MarkVerb::Previous, tr("Previous mark\tShift+F2")},
                                                  {MarkVerb::List, tr("All marks\u2026")}};
    for (const auto &[verb, text] : verbs)
        connect(menu->addAction(text), &QAction::triggered, this, [this, verb = verb] { Q_EMIT markWanted(verb); });
    marks->setMenu(menu);
}

void LogBar::addSaving()
{
    QToolButton *save = addTool("saveLog", u"export"_s, tr("Save the log"));
    save->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(save);
    const std::pair<LogForm, QString> forms[] = {{LogForm::Text, tr("As text, byte for byte\u2026")},
                                                 {LogForm::Ansi, tr("With colours for a terminal (ANSI)\u2026")},
                                                 {LogForm::Html, tr("As a web page (HTML)\u2026")},
                                                 {LogForm::JsonLines, tr("As records (JSON lines)\u2026")},
                                                 {LogForm::Zip, tr("With what the run was (zip)\u2026")}};
    for (const auto &[form, text] : forms) {
        QAction *action = menu->addAction(text);
        action->setObjectName(u"save_"_s + suffixOf(form));
        connect(action, &QAction::triggered, this, [this, form = form] { Q_EMIT saveWanted(form); });
    }
    save->setMenu(menu);
}

void LogBar::addVerbs()
{
    m_row->addSpacing(4);
    auto *line = new Hairline(m_look, Qt::Vertical);
    line->setMaximumHeight(16);
    m_row->addWidget(line);
    m_row->addSpacing(4);
    m_stop = addTool("stopRun", u"stop"_s, tr("Stop this run"));
    m_stop->setIcon(m_look.icons().icon(u"stop"_s, Family::Bad));
    m_stop->setProperty("destructive", true);
    m_stop->setText(tr("Stop"));
    m_again = addTool("runAgain", u"run-again"_s, tr("Run this automation again"));
    m_again->setText(tr("Run again"));
    for (QToolButton *verb : {m_stop, m_again})
        verb->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_stop, &QToolButton::clicked, this, &LogBar::stopWanted);
    connect(m_again, &QToolButton::clicked, this, &LogBar::runAgainWanted);
    setVerb(RunVerb::None);
}

void LogBar::setHeadline(const QString &statusKey, const QString &text)
{
    if (m_statusKey == statusKey && m_headline == text)
        return;
    m_statusKey = statusKey;
    m_headline = text;
    setAccessibleName(text);
    // Wider only, in steps: what stands behind a live counter does not dance.
    const int wanted = glyphSide + glyphGap + fontMetrics().horizontalAdvance(text) + 4;
    if (wanted > m_place->width() || wanted < m_place->width() - 60)
        m_place->setFixedSize(wanted, height());
    update();
}

void LogBar::setFigures(const QString &text)
{
    m_figures->setText(text);
}

void LogBar::setVerb(RunVerb verb)
{
    m_stop->setVisible(verb == RunVerb::Stop);
    m_again->setVisible(verb == RunVerb::RunAgain);
}

void LogBar::setStopping(bool stopping)
{
    m_stopping = stopping;
    m_stop->setEnabled(!stopping && m_whyNot.isEmpty());
    m_stop->setToolTip(!m_whyNot.isEmpty() ? m_whyNot
                       : stopping          ? tr("The run is being stopped already")
                                           : tr("Stop this run"));
}

void LogBar::setWhyNot(const QString &whyNot)
{
    m_whyNot = whyNot;
    setStopping(m_stopping);
    m_again->setEnabled(whyNot.isEmpty());
    m_again->setToolTip(whyNot);
}

void LogBar::setStamps(LogStamps stamps)
{
    for (QAction *action : m_stamps->actions()) {
        if (action->data().toInt() == int(stamps))
            action->setChecked(true);
    }
    m_stampsTool->setChecked(stamps != LogStamps::Off);
}

void LogBar::setWrap(LogWrap wrap)
{
    m_wrap->setChecked(wrap == LogWrap::On);
}

void LogBar::setFinding(bool finding)
{
    m_find->setChecked(finding);
}

void LogBar::setDetached(bool detached)
{
    m_attach->setVisible(detached);
}

void LogBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ground = m_look.colour(Colour::BgLog);
    painter.fillRect(rect(), ground);
    const double edge = height() - 1;
    style::paintHairline(painter, QLineF(0, edge, width(), edge), m_look.colour(Colour::BorderSubtle));
    const QRect place = m_place->geometry();
    const QRect glyph(place.x(), (height() - glyphSide) / 2, glyphSide, glyphSide);
    m_look.glyphs().paint(painter, style()->visualRect(layoutDirection(), place, glyph), m_statusKey, ground);
    painter.setPen(m_look.glyphs().wordColour(m_statusKey));
    const QRect words = style()->visualRect(layoutDirection(), place, place.adjusted(glyphSide + glyphGap, 0, 0, 0));
    painter.drawText(words, int(Qt::AlignVCenter | Qt::AlignLeft), m_headline);
}

} // namespace ui
