// SPDX-License-Identifier: Apache-2.0
// The secrets of this workspace: their names, and where each is used. Values are written, never read.
#pragma once

#include "app/store/secretrecords.h"
#include "ui/settings/listpart.h"

namespace ui {

class SecretsPart : public ListPart
{
    Q_OBJECT

public:
    explicit SecretsPart(const Context &context, QWidget *parent = nullptr);
    void reload();

private:
    void ask(const QString &name);
    void forget();

    QList<store::SecretRecord> m_records;
};

} // namespace ui
