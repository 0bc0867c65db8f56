// SPDX-License-Identifier: Apache-2.0
#include "app/domain/hooks/form.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace domain {

FormItems formItems(const QByteArray &encoded)
{
    const auto decoded = [](const QByteArray &text) {
        return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
    };
    FormItems items;
    for (QByteArray item : encoded.split('&')) {
        if (item.isEmpty()) {
            continue;
        }
        item.replace('+', ' ');
        const qsizetype sign = item.indexOf('=');
        const QByteArray name = sign < 0 ? item : item.left(sign);
        items.append({decoded(name), sign < 0 ? QString() : decoded(item.mid(sign + 1))});
    }
    return items;
}

QJsonObject formObject(const FormItems &items)
{
    QHash<QString, QJsonArray> all;
    QSet<QString> lists;
    for (const auto &[given, value] : items) {
        const bool list = given.endsWith(u"[]"_s);
        const QString name = list ? given.chopped(2) : given;
        all[name].append(value);
        if (list) {
            lists.insert(name);
        }
    }
    QJsonObject object;
    for (auto it = all.constBegin(); it != all.constEnd(); ++it) {
        const bool one = it->size() == 1 && !lists.contains(it.key());
        object.insert(it.key(), one ? it->first() : QJsonValue(*it));
    }
    return object;
}

} // namespace domain
