// SPDX-License-Identifier: Apache-2.0
#include "ui/templates/templatelist.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "models/roles.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

bundles::Template kept(const store::OwnTemplate &stored)
{
    bundles::Template one = bundles::templateFromJson(stored.body).value_or(bundles::Template());
    one.id = stored.id;
    one.name = stored.name;
    one.category = u"own"_s;
    one.builtIn = false;
    return one;
}

QString triggerText(const QJsonObject &automation)
{
    const QJsonObject trigger = automation.value("triggers"_L1).toArray().at(0).toObject();
    if (trigger.contains("cron"_L1))
        return trigger.value("cron"_L1).toString();
    if (trigger.contains("every_minutes"_L1))
        return TemplateList::tr("every %n minutes", nullptr, trigger.value("every_minutes"_L1).toInt());
    return trigger.isEmpty() ? TemplateList::tr("by hand") : trigger.value("type"_L1).toString();
}

} // namespace

QString templateText(const QString &text)
{
    return QCoreApplication::translate("templates", text.toUtf8().constData());
}

QString templateCategory(const QString &key)
{
    if (key == "files"_L1)
        return TemplateList::tr("Files");
    if (key == "checks"_L1)
        return TemplateList::tr("Checks");
    if (key == "machine"_L1)
        return TemplateList::tr("Machine");
    if (key == "messages"_L1)
        return TemplateList::tr("Messages");
    if (key == "examples"_L1)
        return TemplateList::tr("Examples");
    return TemplateList::tr("Own");
}

TemplateList::TemplateList(const Context &context, QObject *parent)
    : QAbstractTableModel(parent), m_context(context), m_all(bundles::builtInTemplates()), m_shown(m_all)
{
    connect(&context.store, &store::Store::changed, this, [this](const store::Changes &changes) {
        for (const store::Change &change : changes) {
            if (change.table == store::Table::Templates) {
                reload();
                return;
            }
        }
    });
    reload();
}

void TemplateList::reload()
{
    base::onAnswer(this, m_context.store.templates().list(),
                   [this](const base::Result<QList<store::OwnTemplate>> &own) {
                       if (!own) {
                           Q_EMIT failed(own.error());
                           return;
                       }
                       m_all = bundles::builtInTemplates();
                       for (const store::OwnTemplate &stored : *own)
                           m_all.append(kept(stored));
                       show();
                   });
}

void TemplateList::show()
{
    beginResetModel();
    const QStringList words = m_words.split(u' ', Qt::SkipEmptyParts);
    m_shown.clear();
    for (const bundles::Template &one : std::as_const(m_all)) {
        const QString all =
            u"%1 %2 %3 %4"_s.arg(text(one, Name), text(one, Category), text(one, Kind), templateText(one.description));
        const bool fits = std::all_of(words.begin(), words.end(),
                                      [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
        if (fits)
            m_shown.append(one);
    }
    endResetModel();
}

void TemplateList::setFilter(const QString &words)
{
    m_words = words;
    show();
}

int TemplateList::rowOf(const QString &id) const
{
    for (int row = 0; row < m_shown.size(); ++row) {
        if (m_shown.at(row).id == id)
            return row;
    }
    return -1;
}

int TemplateList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int TemplateList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TemplateList::text(const bundles::Template &one, int column) const
{
    const QString type = one.automation.value("type"_L1).toString();
    const domain::KindInfo *kind = m_context.catalog.kind(type);
    switch (Column(column)) {
    case Name:
        return one.builtIn ? templateText(one.name) : one.name;
    case Category:
        return templateCategory(one.category);
    case Kind:
        return kind ? QCoreApplication::translate("catalog", kind->label) : type;
    case Trigger:
        return triggerText(one.automation);
    case ColumnCount:
        break;
    }
    return {};
}

QString TemplateList::drawing(const bundles::Template &one) const
{
    const QString type = one.automation.value("type"_L1).toString();
    const domain::KindInfo *kind = m_context.catalog.kind(type);
    return kind ? QString(kind->icon).remove(u"kind-"_s) : type;
}

QVariant TemplateList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bundles::Template &one = m_shown.at(index.row());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return text(one, index.column());
    if (role == models::KeyRole)
        return one.id;
    if (role == models::IconNameRole && index.column() == Kind)
        return drawing(one);
    return {};
}

QVariant TemplateList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == models::KeyRole)
        return QStringList{u"name"_s, u"category"_s, u"kind"_s, u"when"_s}.value(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Template"), tr("Category"), tr("Kind"), tr("When")};
    return titles.value(section);
}

} // namespace ui
