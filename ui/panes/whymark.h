// SPDX-License-Identifier: Apache-2.0
// The mark before a step of a chain: how it came out, told by its shape.
#pragma once

#include "models/whydetail.h"
#include "ui/look/look.h"

#include <QWidget>

namespace ui {

class WhyMark : public QWidget
{
    Q_OBJECT

public:
    WhyMark(const Look &look, const models::WhyDetail::Line &line, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QString m_status; ///< A status key, or empty: then an icon.
    QString m_icon;
};

} // namespace ui
