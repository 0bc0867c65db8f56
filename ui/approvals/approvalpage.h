// SPDX-License-Identifier: Apache-2.0
// One request as far as somebody has to know it to decide: what exactly would run, who asked, until when.
#pragma once

#include "app/domain/approvals/comparison.h"
#include "app/domain/catalog.h"
#include "ui/look/look.h"

#include <QScrollArea>

class QVBoxLayout;

namespace ui {

class DifferenceView;
class FactsList;
class TextLabel;

class ApprovalPage : public QScrollArea
{
    Q_OBJECT

public:
    ApprovalPage(const Look &look, const domain::Catalog &catalog, QWidget *parent = nullptr);
    void setApproval(const domain::Approval &approval, base::Instant now);
    /// What is different in it from what was let through last; nothing while that is not known.
    void setComparison(const std::optional<domain::ApprovalComparison> &comparison);

private:
    void addCommand(QVBoxLayout &column);
    TextLabel *addText(QVBoxLayout &column, const char *name, TypeRole role, Colour ink = Colour::TextPrimary);

    const Look &m_look;
    const domain::Catalog &m_catalog;
    TextLabel *m_title;
    TextLabel *m_asked;
    TextLabel *m_deadline;
    TextLabel *m_note;
    TextLabel *m_commandHead;
    QWidget *m_commandBlock;
    TextLabel *m_command;
    FactsList *m_facts;
    TextLabel *m_argumentsHead;
    FactsList *m_arguments;
    TextLabel *m_since;
    DifferenceView *m_difference;
    TextLabel *m_digest;
};

} // namespace ui
