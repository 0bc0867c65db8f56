// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/conflictspage.h"

#include "app/base/answer.h"
#include "app/store/mirrors/mirrors.h"
#include "app/store/store.h"
#include "ui/connections/conflicttable.h"
#include "ui/panes/inspectorparts.h"
#include "ui/seat/seat.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/prompts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::StringLiterals;
using domain::Side;

namespace {

bool same(const store::Conflict &a, const store::Conflict &b)
{
    return a.automation == b.automation && a.what == b.what && a.fields == b.fields && a.sides == b.sides;
}

} // namespace

ConflictsPage::ConflictsPage(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_choice(new QComboBox),
      m_glyph(new GlyphBox(context.look)),
      m_name(new TextLabel(context.look, {TypeRole::Strong, Colour::TextPrimary})),
      m_sentence(new TextLabel(context.look, {TypeRole::Body, Colour::TextSecondary})),
      m_table(new ConflictTable(context.look)),
      m_along(new TextLabel(context.look, {TypeRole::Body, Colour::TextSecondary})),
      m_decided(new TextLabel(context.look, {TypeRole::Body, Colour::TextSecondary})),
      m_empty(new TextLabel(context.look, {TypeRole::Body, Colour::TextSecondary})),
      m_whole(new QWidget),
      m_here(new QAction(tr("Keep all of &here"), this)),
      m_there(new QAction(this)),
      m_resolve(new QAction(tr("&Resolve"), this)),
      m_allHere(new QAction(this)),
      m_allThere(new QAction(this))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(m_empty, 0, Qt::AlignTop);
    column->addWidget(m_whole, 1);
    m_empty->setContentsMargins(24, 16, 24, 16);
    m_empty->setWordWrap(true);
    m_empty->setObjectName(u"conflictsEmpty"_s);
    auto *whole = new QVBoxLayout(m_whole);
    whole->setSpacing(0);
    whole->addWidget(makePage(), 1);
    whole->addWidget(makeBar());
    connectActions();
}

QWidget *ConflictsPage::makePage()
{
    auto *page = new QWidget;
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    auto *inner = new QVBoxLayout(page);
    inner->setContentsMargins(24, 12, 24, 16);
    inner->setSpacing(8);
    inner->addWidget(makeHead());
    inner->addWidget(m_table);
    m_along->setObjectName(u"conflictAlong"_s);
    m_along->setWordWrap(true);
    inner->addWidget(m_along);
    inner->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFocusPolicy(Qt::NoFocus); // its parts have it
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    return scroll;
}

QWidget *ConflictsPage::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setSpacing(8);
    m_choice->setObjectName(u"conflictChoice"_s);
    m_choice->setAccessibleName(tr("Automation"));
    m_name->setObjectName(u"conflictName"_s);
    m_sentence->setObjectName(u"conflictSentence"_s);
    m_sentence->setWordWrap(true);
    m_glyph->setDrawing(u"connection.conflict"_s);
    row->addWidget(m_glyph, 0, Qt::AlignTop);
    row->addWidget(m_choice, 0, Qt::AlignTop);
    row->addWidget(m_name, 0, Qt::AlignTop);
    row->addWidget(m_sentence, 1, Qt::AlignTop);
    return head;
}

QWidget *ConflictsPage::makeBar()
{
    auto *bar = new QWidget;
    bar->setFixedHeight(m_context.look.size(Size::DecisionBar));
    bar->setAutoFillBackground(true);
    bar->setBackgroundRole(QPalette::AlternateBase);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(24, 0, 24, 0);
    row->setSpacing(8);
    const std::array<std::pair<QAction *, QString>, 3> verbs{
        std::pair(m_here, u"keepHere"_s), std::pair(m_there, u"takeTheirs"_s), std::pair(m_resolve, u"resolve"_s)};
    for (const auto &[verb, name] : verbs) {
        verb->setObjectName(name);
        auto *button = new QPushButton;
        button->setObjectName(name + u"Button"_s);
        button->setProperty("primary", verb == m_resolve);
        bindButton(button, verb);
        if (verb == m_resolve) {
            row->addStretch(1);
            row->addWidget(m_decided);
        }
        row->addWidget(button);
    }
    m_decided->setObjectName(u"conflictDecided"_s);
    m_allHere->setObjectName(u"keepHereInAll"_s);
    m_allThere->setObjectName(u"takeTheirsInAll"_s);
    return bar;
}

void ConflictsPage::connectActions()
{
    connect(m_choice, &QComboBox::activated, this, &ConflictsPage::showConflict);
    connect(m_table, &ConflictTable::chosenChanged, this, &ConflictsPage::follow);
    connect(m_here, &QAction::triggered, this, [this] { m_table->chooseAll(Side::Local); });
    connect(m_there, &QAction::triggered, this, [this] { m_table->chooseAll(Side::Remote); });
    connect(m_resolve, &QAction::triggered, this, &ConflictsPage::resolve);
    connect(m_allHere, &QAction::triggered, this, [this] { askForAll(Side::Local); });
    connect(m_allThere, &QAction::triggered, this, [this] { askForAll(Side::Remote); });
    m_context.seat.guard(domain::Right::Edit, {m_here, m_there, m_resolve, m_allHere, m_allThere}, this);
}

void ConflictsPage::setConflicts(const QList<store::Conflict> &conflicts, const domain::Connection &home)
{
    const QString system = home.name;
    m_carries = home.account.capabilities.carries;
    const bool unchanged = system == m_system &&
                           std::equal(conflicts.begin(), conflicts.end(), m_conflicts.begin(), m_conflicts.end(), same);
    if (unchanged && !conflicts.isEmpty())
        return;
    const auto placeIn = [this](const QList<store::Conflict> &list) {
        const auto found = std::find_if(list.begin(), list.end(),
                                        [this](const store::Conflict &one) { return one.automation == m_shown; });
        return found == list.end() ? qsizetype(-1) : found - list.begin();
    };
    const qsizetype before = placeIn(m_conflicts);
    const qsizetype now = placeIn(conflicts);
    const bool stays = system == m_system && before >= 0 && now >= 0 && same(m_conflicts.at(before), conflicts.at(now));
    const int place = std::max(int(now), 0);
    m_conflicts = conflicts;
    m_system = system;
    m_empty->setText(tr("No conflicts. Where an automation is changed here and at %1, you decide here, field by field.")
                         .arg(system));
    m_empty->setVisible(conflicts.isEmpty());
    m_whole->setVisible(!conflicts.isEmpty());
    m_choice->clear();
    for (const store::Conflict &one : conflicts)
        m_choice->addItem(one.name);
    m_choice->setVisible(conflicts.size() > 1);
    m_name->setVisible(conflicts.size() <= 1);
    m_there->setText(tr("Take all of %1").arg(QString(system).replace(u'&', u"&&"_s)));
    m_choice->setCurrentIndex(place);
    if (!stays)
        showConflict(place);
    follow();
}

void ConflictsPage::showConflict(int index)
{
    const bool there = index >= 0 && index < m_conflicts.size();
    m_shown = there ? m_conflicts.at(index).automation : base::AutomationId();
    m_name->setText(there ? m_conflicts.at(index).name : QString());
    m_sentence->setText(there ? models::conflictSentence(m_conflicts.at(index), m_system) : QString());
    m_table->setFields(there ? models::conflictFields(m_conflicts.at(index), m_system) : QList<models::ConflictField>(),
                       m_system);
    m_along->hide();
    if (there)
        showAlong(m_conflicts.at(index));
    follow();
}

/// What goes with the decision without being asked.
void ConflictsPage::showAlong(const store::Conflict &conflict)
{
    m_along->hide();
    if (conflict.what != store::Disagreement::Fields)
        return;
    using Found = base::Result<domain::Automation>;
    base::onAnswer(
        this, m_context.store.mirrors().seenThere(conflict.automation), [this, conflict](const Found &there) {
            if (!there)
                return;
            base::onAnswer(this, m_context.store.automations().get(conflict.automation),
                           [this, conflict, there = *there](const Found &local) {
                               if (!local || conflict.automation != m_shown)
                                   return;
                               const QStringList words = models::changedHereOnly(conflict, *local, there, m_carries);
                               m_along->setText(tr("Changed here only, and sent with it: %1").arg(words.join(", "_L1)));
                               m_along->setVisible(!words.isEmpty());
                           });
        });
}

void ConflictsPage::follow()
{
    const int all = int(m_table->fields().size());
    const int decided = models::decidedCount(m_table->fields());
    m_decided->setText(tr("%1 of %n fields decided", nullptr, all).arg(decided));
    const auto set = [](QAction *action, const QString &whyNot) {
        action->setEnabled(whyNot.isEmpty());
        action->setToolTip(whyNot.isEmpty() ? action->text().remove(u'&') : whyNot);
    };
    const int count = int(m_conflicts.size());
    const QString none = count == 0 ? tr("There is no conflict") : QString();
    m_allHere->setText(tr("&Keep all of here in %n conflicts…", nullptr, count));
    m_allThere->setText(tr("&Take theirs in %n conflicts…", nullptr, count));
    for (QAction *action : {m_here, m_there, m_allHere, m_allThere})
        set(action, none);
    set(m_resolve, decided < all ? tr("Decide all fields first") : none);
}

void ConflictsPage::resolve()
{
    const std::optional<store::Choice> choice = models::choiceOf(m_table->fields());
    const auto shown = std::find_if(m_conflicts.cbegin(), m_conflicts.cend(),
                                    [this](const store::Conflict &one) { return one.automation == m_shown; });
    if (choice && shown != m_conflicts.cend())
        hand({{m_shown, {.side = choice->side, .fields = choice->fields, .seen = shown->sides}}});
}

void ConflictsPage::askForAll(Side side)
{
    QHash<base::AutomationId, store::Choice> choices;
    for (const store::Conflict &one : std::as_const(m_conflicts))
        choices.insert(one.automation, {.side = side, .fields = {}, .seen = one.sides});
    const int count = int(choices.size());
    const Question question{.title = side == Side::Local
                                         ? tr("Keep what is here in %n conflicts?", nullptr, count)
                                         : tr("Take what is at %1 in %n conflicts?", nullptr, count).arg(m_system),
                            .text = tr("What the other side has is replaced; what was here stays in Versions."),
                            .verbs = {side == Side::Local ? tr("&Keep here") : tr("&Take theirs"), tr("Cancel")}};
    m_context.prompts.ask(this, question, [this, choices](int verb) {
        if (verb == 0)
            hand(choices);
    });
}

void ConflictsPage::hand(const QHash<base::AutomationId, store::Choice> &choices)
{
    const int count = int(choices.size());
    base::onAnswer(this, m_context.store.mirrors().resolve(choices, m_context.seat.by()),
                   [this, count](const base::Status &done) {
                       if (done)
                           Q_EMIT said(tr("%n conflicts are resolved", nullptr, count));
                       else
                           Q_EMIT failed(done.error());
                   });
}

} // namespace ui
