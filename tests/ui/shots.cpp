// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/shots.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace test {

ui::Look &look()
{
    static QFont font = [] {
        QFont system = QApplication::font();
        system.setPointSizeF(10);
        if (qEnvironmentVariableIsSet("SIGNALBOX_SHOTS"))
            system.setFamily(u"Noto Sans"_s);
        QApplication::setFont(system);
        return system;
    }();
    static ui::Look look(*qApp, ui::Follow::Nothing);
    return look;
}

bool shoot(QWidget &widget, const QString &name)
{
    bool painted = true;
    const QString folder = qEnvironmentVariable("SIGNALBOX_SHOTS");
    for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
        look().setScheme(scheme);
        QCoreApplication::processEvents();
        const QImage image = widget.grab().toImage();
        const QRgb first = image.pixel(0, 0);
        bool varied = false;
        for (int y = 0; y < image.height() && !varied; ++y)
            for (int x = 0; x < image.width() && !varied; ++x)
                varied = image.pixel(x, y) != first;
        painted = painted && varied;
        if (!folder.isEmpty()) {
            const QString ratio =
                image.devicePixelRatio() > 1 ? u"-%1"_s.arg(qRound(image.devicePixelRatio() * 100)) : QString();
            QDir().mkpath(folder);
            image.save(QDir(folder).filePath(name + (scheme == ui::Scheme::Light ? u"-light"_s : u"-dark"_s) + ratio +
                                             u".png"_s));
        }
    }
    look().setScheme(ui::Scheme::Light);
    return painted;
}

QStringList unnamedWidgets(const QWidget &root)
{
    QStringList unnamed;
    const QList<QWidget *> widgets = root.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool matters = widget->focusPolicy() != Qt::NoFocus || qobject_cast<QAbstractButton *>(widget);
        // Parts that Qt makes for itself stand for the control they belong to.
        // A button that has nothing to offer is not shown, and has no words yet.
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        if (button && !button->isVisible() && button->text().isEmpty() && button->icon().isNull())
            continue;
        const bool isPartOfBox = widget->parentWidget()->inherits("QComboBoxPrivateContainer");
        if (!matters || widget->isHidden() || widget->focusProxy() || isPartOfBox ||
            widget->objectName().startsWith(u"qt_"_s))
            continue;
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
        if (!access || access->text(QAccessible::Name).isEmpty())
            unnamed.append(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    return unnamed;
}

} // namespace test
