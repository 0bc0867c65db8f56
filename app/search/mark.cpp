// SPDX-License-Identifier: Apache-2.0
#include "app/search/mark.h"

namespace search {

QList<Mark> marksOf(const QList<OneOf> &required, Case letters)
{
    QList<Mark> marks;
    for (const OneOf &texts : required) {
        if (texts.size() == 1 && letters == Case::Sensitive) {
            marks.append(Needle(texts.first()));
        } else {
            marks.append(Sketch(texts, letters));
        }
    }
    return marks;
}

qsizetype find(const Mark &mark, QByteArrayView text, qsizetype from)
{
    return std::visit([text, from](const auto &one) { return one.find(text, from); }, mark);
}

} // namespace search
