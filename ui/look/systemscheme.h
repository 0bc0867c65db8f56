// SPDX-License-Identifier: Apache-2.0
// What the desktop wishes: light or dark, and high contrast or not. Asked of the settings portal over D-Bus, without
// waiting, and followed while the program runs; without a portal the lightness of the desktop's palette decides.
#pragma once

#include "ui/look/tokens.h"

#include <QObject>

class QDBusVariant;

namespace ui {

/// The portal's `color-scheme`: 1 dark, 2 light, anything else no wish.
std::optional<Scheme> schemeFromPortal(uint value);
/// The portal's `contrast`: 1 high.
Contrast contrastFromPortal(uint value);
Scheme schemeOf(const QPalette &palette);

class SystemScheme : public QObject
{
    Q_OBJECT

public:
    /// `initial` is the palette the platform came with.
    explicit SystemScheme(const QPalette &initial, QObject *parent = nullptr);
    /// Begins to ask and to listen.
    void follow();
    Scheme scheme() const { return m_wished.value_or(m_fallback); }
    Contrast contrast() const { return m_contrast; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &key);
    void take(const QString &key, const QVariant &value);

    std::optional<Scheme> m_wished;
    Scheme m_fallback;
    Contrast m_contrast = Contrast::Normal;
};

} // namespace ui
