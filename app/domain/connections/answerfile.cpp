// SPDX-License-Identifier: Apache-2.0
#include "app/domain/connections/answerfile.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

/// A name of somebody else's, which could lead anywhere.
QString plainName(const QString &given, const QString &otherwise)
{
    QString name = QFileInfo(given).fileName();
    name.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return name.isEmpty() || name == "."_L1 || name == ".."_L1 ? otherwise : name;
}

base::Result<AnswerFile> decoded(const QJsonObject &answer, const QString &field, const QString &otherwise)
{
    const QByteArray text = answer.value(field).toString().toLatin1();
    const auto bytes = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes) {
        return base::Error{.code = base::ErrorCode::Corrupt,
                           .context = {},
                           .detail = u"%1 of the answer should be base64 and is none"_s.arg(field),
                           .field = {}};
    }
    return AnswerFile{plainName(answer.value("name"_L1).toString(), otherwise), *bytes, field};
}

} // namespace

base::Result<AnswerFile> fileOf(const QString &action, const QJsonValue &answer)
{
    const QJsonObject object = answer.toObject();
    const QString encoding = object.value("encoding"_L1).toString();
    if (object.value("content"_L1).isString() && encoding == "base64"_L1) {
        return decoded(object, u"content"_s, action);
    }
    if (object.value("content"_L1).isString() && encoding == "utf-8"_L1) {
        return AnswerFile{plainName(object.value("name"_L1).toString(), action + u".txt"_s),
                          object.value("content"_L1).toString().toUtf8()};
    }
    if (object.value("code"_L1).isString() && object.contains("digest"_L1)) {
        return decoded(object, u"code"_s, action + u".zip"_s);
    }
    if (answer.isObject() || answer.isArray()) {
        return AnswerFile{action + u".json"_s,
                          answer.isArray() ? QJsonDocument(answer.toArray()).toJson() : QJsonDocument(object).toJson()};
    }
    return AnswerFile{action + u".txt"_s, answer.toVariant().toString().toUtf8()};
}

} // namespace domain
