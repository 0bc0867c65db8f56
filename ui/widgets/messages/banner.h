// SPDX-License-Identifier: Apache-2.0
// A state that an operator should know while it lasts, at the top of what it concerns: tint, glyph, sentence, links.
// For single events there is Toast.
#pragma once

#include "ui/look/look.h"

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace ui {

class TextLabel;

struct BannerLink
{
    QString id;
    QString text;
};

struct BannerContent
{
    Family family = Family::Active;
    QString icon; ///< A status key (`run.failed`) or an icon's name (`info`, `warn`).
    QString text;
    QString strong; ///< The part of `text` that stands out; may be empty.
    QString detail; ///< A second, smaller line.
    QList<BannerLink> links;
};

class Banner : public QWidget
{
    Q_OBJECT

public:
    /// Wide has its links at the end of the line, Narrow below the text.
    enum class Form { Wide, Narrow };
    Banner(const Look &look, Form form, QWidget *parent = nullptr);
    void setContent(const BannerContent &content);

Q_SIGNALS:
    void linkActivated(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildLinks();

    const Look &m_look;
    BannerContent m_content;
    QLabel *m_text;
    TextLabel *m_detail;
    QBoxLayout *m_links;
};

} // namespace ui
