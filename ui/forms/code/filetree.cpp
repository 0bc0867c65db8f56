// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/code/filetree.h"

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int nameRole = Qt::UserRole; ///< Of a file: its whole name.
constexpr int folderRole = Qt::UserRole + 1;

} // namespace

FileTree::FileTree(QWidget *parent) : QTreeWidget(parent)
{
    setHeaderHidden(true);
    setIndentation(14);
    setUniformRowHeights(true);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setTabKeyNavigation(false);
    connect(this, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_filling)
            Q_EMIT fileChosen(chosenFile());
    });
    connect(this, &QTreeWidget::itemChanged, this, &FileTree::takeName);
}

void FileTree::setFiles(const QStringList &names, const QString &chosen)
{
    m_filling = true;
    clear();
    QTreeWidgetItem *current = nullptr;
    for (const QString &name : names) {
        const QString path = name.section(u'/', 0, -2);
        auto *item = path.isEmpty() ? new QTreeWidgetItem(this) : new QTreeWidgetItem(folder(path));
        item->setText(0, name.section(u'/', -1));
        item->setData(0, nameRole, name);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        if (name == chosen)
            current = item;
    }
    expandAll();
    setCurrentItem(current);
    m_filling = false;
}

QTreeWidgetItem *FileTree::folder(const QString &path)
{
    QTreeWidgetItem *parent = invisibleRootItem();
    for (const QString &part : path.split(u'/')) {
        QTreeWidgetItem *found = nullptr;
        for (int i = 0; i < parent->childCount() && !found; ++i)
            if (parent->child(i)->data(0, folderRole).toString() == part)
                found = parent->child(i);
        if (!found) {
            found = new QTreeWidgetItem(parent, {part});
            found->setData(0, folderRole, part);
        }
        parent = found;
    }
    return parent;
}

QString FileTree::chosenFile() const
{
    return currentItem() ? currentItem()->data(0, nameRole).toString() : QString();
}

void FileTree::rename()
{
    if (!chosenFile().isEmpty())
        editItem(currentItem());
}

void FileTree::takeName(QTreeWidgetItem *item)
{
    const QString from = item->data(0, nameRole).toString();
    if (m_filling || from.isEmpty())
        return;
    const QString typed = item->text(0).trimmed();
    const QString path = from.section(u'/', 0, -2);
    const QString to = path.isEmpty() ? typed : path + u'/' + typed;
    if (to != from) {
        // Whoever hears it fills the tree anew, which must not happen while the item is edited.
        QMetaObject::invokeMethod(
            this, [this, from, to] { Q_EMIT renamed(from, to); }, Qt::QueuedConnection);
    }
}

} // namespace ui
