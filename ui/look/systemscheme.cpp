// SPDX-License-Identifier: Apache-2.0
#include "ui/look/systemscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QStyleHints>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.portal.Desktop"_s;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString interface = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;

/// Portals wrap the value in one variant or, by an old mistake that became the rule, in two.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

std::optional<Scheme> schemeFromPortal(uint value)
{
    if (value == 1)
        return Scheme::Dark;
    return value == 2 ? std::optional(Scheme::Light) : std::nullopt;
}

Contrast contrastFromPortal(uint value)
{
    return value == 1 ? Contrast::High : Contrast::Normal;
}

Scheme schemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

SystemScheme::SystemScheme(const QPalette &initial, QObject *parent) : QObject(parent), m_fallback(schemeOf(initial)) {}

void SystemScheme::follow()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const QStyleHints *hints = QGuiApplication::styleHints();
    if (hints->colorScheme() != Qt::ColorScheme::Unknown)
        m_fallback = hints->colorScheme() == Qt::ColorScheme::Dark ? Scheme::Dark : Scheme::Light;
    connect(hints, &QStyleHints::colorSchemeChanged, this, [this](Qt::ColorScheme scheme) {
        m_fallback = scheme == Qt::ColorScheme::Dark ? Scheme::Dark : Scheme::Light;
        Q_EMIT changed();
    });
#endif
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, u"SettingChanged"_s, this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    ask(u"color-scheme"_s);
    ask(u"contrast"_s);
}

void SystemScheme::ask(const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    call << appearance << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (!reply.isError())
            take(key, unwrapped(reply.value().variant()));
        done->deleteLater();
    });
}

void SystemScheme::onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == appearance)
        take(key, unwrapped(value.variant()));
}

void SystemScheme::take(const QString &key, const QVariant &value)
{
    if (key == "color-scheme"_L1)
        m_wished = schemeFromPortal(value.toUInt());
    else if (key == "contrast"_L1)
        m_contrast = contrastFromPortal(value.toUInt());
    else
        return;
    Q_EMIT changed();
}

} // namespace ui
